//! A form as it was written, before anybody read it.

#[cfg(feature = "serde")]
use crate::identity::discreet::discreet;
use crate::identity::document::{IdentityDocument, IdentityDocumentKind};
use crate::identity::level::Level;
use crate::identity::name::HolderName;
use crate::registration::form::defect::{Defect, Defects, Wrong};
use crate::registration::form::field::FormField;
use crate::registration::form::form::{AgencyOpinion, EmployerResult, Form, FormRow};
use crate::registration::form::read;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// What was written into the fields of a form, as text; reading it tells whether it is one.
///
/// White space around a text does not matter, and a text of nothing else is none. `Debug` shows which fields are filled
/// in, and nothing of what stands there.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        remote = "Self",
        expecting = "a form as an object of `document`, `fields` and `rows`",
        deny_unknown_fields,
        default
    )
)]
pub struct FormDraft {
    /// The document of which the number stands under 身份证号码: an identity card, if nothing else is said (47.9).
    pub document: IdentityDocumentKind,
    #[cfg_attr(feature = "serde", serde(deserialize_with = "each_once"))]
    fields: BTreeMap<FormField, String>,
    rows: Vec<RowDraft>,
}

/// What was written into a row of the education table.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        remote = "Self",
        expecting = "a row as an object of `date`, `mode`, `content` and `hours`",
        deny_unknown_fields,
        default
    )
)]
pub struct RowDraft {
    /// 日期.
    pub date: String,
    /// 方式.
    pub mode: String,
    /// 内容.
    pub content: String,
    /// 核准的学时数.
    pub hours: String,
}

impl FormDraft {
    /// A blank form.
    #[must_use]
    pub const fn blank() -> Self {
        Self { document: IdentityDocumentKind::ResidentIdentityCard, fields: BTreeMap::new(), rows: Vec::new() }
    }

    /// The same with a text in a field, in place of what stood there. The fields of the education table are filled with
    /// [`row`](Self::row); given here they stand in no row, and [`read`](Self::read) says so.
    #[must_use]
    pub fn with(mut self, field: FormField, text: impl Into<String>) -> Self {
        self.fields.insert(field, text.into());
        self
    }

    /// What was written into a field, as it was; nothing where it was left blank.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::registration::{FormDraft, FormField};
    ///
    /// let draft = FormDraft::blank().with(FormField::PostalCode, "20007");
    /// assert_eq!((draft.text(FormField::PostalCode), draft.text(FormField::Name)), ("20007", ""));
    /// ```
    #[must_use]
    pub fn text(&self, field: FormField) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    /// The rows of the education table, as they were written.
    #[must_use]
    pub fn rows(&self) -> &[RowDraft] {
        &self.rows
    }

    /// The same with the number of another kind of document.
    #[must_use]
    pub const fn identified_by(mut self, document: IdentityDocumentKind) -> Self {
        self.document = document;
        self
    }

    /// The same with a row of the education table below the others: date, mode, content, hours.
    #[must_use]
    pub fn row(mut self, date: &str, mode: &str, content: &str, hours: &str) -> Self {
        self.rows.push(RowDraft { date: date.into(), mode: mode.into(), content: content.into(), hours: hours.into() });
        self
    }

    /// The same with another row of the education table in place of the one counted from 1; where there is no such row,
    /// below the others.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::registration::{FormDraft, RowDraft};
    ///
    /// let draft = FormDraft::blank().row("2006-05-21", "业余", "标准", "8");
    /// let row = |date: &str| RowDraft { date: date.into(), mode: "业余".into(), content: "标准".into(), hours: "8".into() };
    /// assert_eq!(draft.clone().with_row(1, row("2006-05-20")), FormDraft::blank().row("2006-05-20", "业余", "标准", "8"));
    /// assert_eq!(draft.clone().with_row(2, row("2006-05-20")), draft.row("2006-05-20", "业余", "标准", "8"));
    /// ```
    #[must_use]
    pub fn with_row(mut self, number: usize, row: RowDraft) -> Self {
        match number.checked_sub(1).and_then(|place| self.rows.get_mut(place)) {
            Some(old) => *old = row,
            None => self.rows.push(row),
        }
        self
    }

    /// Reads the form.
    ///
    /// # Errors
    ///
    /// All that is missing or malformed, field by field in the order printed.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::registration::{FormDraft, FormField, Wrong};
    ///
    /// let draft = FormDraft::blank()
    ///     .with(FormField::Qualification, "软件设计师")
    ///     .with(FormField::Category, "计算机软件")
    ///     .with(FormField::Name, "张三")
    ///     .with(FormField::Sex, "女")
    ///     .with(FormField::Birth, "1949年12月")
    ///     .with(FormField::Photo, "有")
    ///     .with(FormField::Health, "良好")
    ///     .with(FormField::IdentityNumber, "11010519491231002X")
    ///     .with(FormField::CertificateNumber, "0531-08")
    ///     .with(FormField::ObtainedOn, "2005年3月10日")
    ///     .with(FormField::Address, "虬江路1000号")
    ///     .with(FormField::PostalCode, "200071")
    ///     .with(FormField::Employer, "某公司")
    ///     .with(FormField::Telephone, "021-36337995")
    ///     .with(FormField::Signature, "有")
    ///     .with(FormField::AppliedOn, "2008-01-08");
    /// let form = draft.clone().read()?;
    /// assert_eq!(form.postal_code(), "200071");
    ///
    /// let defects = draft.with(FormField::PostalCode, "20007").with(FormField::Name, " ").read().unwrap_err();
    /// let wrong: Vec<_> = defects.iter().map(|defect| (defect.field, defect.wrong)).collect();
    /// assert_eq!(wrong, [(FormField::Name, Wrong::Missing), (FormField::PostalCode, Wrong::Form)]);
    /// # Ok::<(), ruankao::registration::Defects>(())
    /// ```
    pub fn read(&self) -> Result<Form, Defects> {
        let mut reader = Reader { draft: self, defects: Vec::new() };
        let form = reader.form();
        match form {
            Some(form) if reader.defects.is_empty() => Ok(form),
            _ => Err(Defects(reader.defects)),
        }
    }
}

/// Reads field by field, and keeps what is wrong.
struct Reader<'a> {
    draft: &'a FormDraft,
    defects: Vec<Defect>,
}

impl Reader<'_> {
    /// Every field is read, whatever was wrong with those before it.
    fn form(&mut self) -> Option<Form> {
        use FormField as Field;
        let category = self.optional(Field::Category, read::category);
        let qualification = self.required(Field::Qualification, read::qualification);
        let is_senior = qualification.is_some_and(|(qualification, _)| qualification.level() == Level::Senior);
        if self.text(Field::Category).is_none() && qualification.is_some() && !is_senior {
            // In the order printed the category comes first.
            self.defects.insert(0, Defect { field: Field::Category, row: None, wrong: Wrong::Missing });
        }
        let number = self.optional(Field::FormNumber, |text| Ok(text.parse()?));
        let name = self.required(Field::Name, |text| Ok(HolderName::parse(text)?));
        let sex = self.required(Field::Sex, read::sex);
        let birth = self.required(Field::Birth, read::birth_month);
        let _photo = self.required(Field::Photo, read::presence);
        let health = self.required(Field::Health, read::text);
        let kind = self.draft.document;
        let document = self.required(Field::IdentityNumber, |text| Ok(IdentityDocument::parse(kind, text)?));
        let certificate_number = self.required(Field::CertificateNumber, |text| Ok(text.parse()?));
        let obtained_on = self.required(Field::ObtainedOn, read::day);
        let address = self.required(Field::Address, read::text);
        let postal_code = self.required(Field::PostalCode, read::postal_code);
        let employer = self.required(Field::Employer, read::text);
        let telephone = self.required(Field::Telephone, read::telephone);
        let rows = self.rows();
        let result = |text: &str| read::either(text, "合格", "不合格");
        let result = self.sealed([Field::EmployerResult, Field::EmployerDate, Field::EmployerSeal], result);
        let opinion = |text: &str| read::either(text, "同意登记", "不予登记");
        let opinion = self.sealed([Field::AgencyOpinion, Field::AgencyDate, Field::AgencySeal], opinion);
        let remarks = self.optional(Field::Remarks, read::text);
        let _signature = self.required(Field::Signature, read::presence);
        let applied_on = self.required(Field::AppliedOn, read::day);
        let (qualification, level) = qualification?;
        Some(Form {
            category,
            qualification,
            level,
            number,
            name: name?,
            sex: sex?,
            birth: birth?,
            health: health?,
            document: document?,
            certificate_number: certificate_number?,
            obtained_on: obtained_on?,
            address: address?,
            postal_code: postal_code?,
            employer: employer?,
            telephone: telephone?,
            rows,
            employer_result: result.map(|(passed, on)| EmployerResult { passed, on }),
            agency_opinion: opinion.map(|(favorable, on)| AgencyOpinion { favorable, on }),
            remarks,
            applied_on: applied_on?,
        })
    }

    fn text(&self, field: FormField) -> Option<&str> {
        self.draft.fields.get(&field).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn keep<T>(&mut self, field: FormField, row: Option<usize>, read: Result<T, Wrong>) -> Option<T> {
        read.map_err(|wrong| self.defects.push(Defect { field, row, wrong })).ok()
    }

    fn optional<T>(&mut self, field: FormField, read: impl FnOnce(&str) -> Result<T, Wrong>) -> Option<T> {
        let read = read(self.text(field)?);
        self.keep(field, None, read)
    }

    fn required<T>(&mut self, field: FormField, read: impl FnOnce(&str) -> Result<T, Wrong>) -> Option<T> {
        let read = self.text(field).ok_or(Wrong::Missing).and_then(read);
        self.keep(field, None, read)
    }

    /// An official part with its date and seal: all of it, or nothing.
    fn sealed(
        &mut self,
        [word, date, seal]: [FormField; 3],
        read: impl FnOnce(&str) -> Result<bool, Wrong>,
    ) -> Option<(bool, chrono::NaiveDate)> {
        if [word, date, seal].iter().all(|&field| self.text(field).is_none()) {
            return None;
        }
        let (word, on) = (self.required(word, read), self.required(date, read::day));
        self.required(seal, read::presence)?;
        word.zip(on)
    }

    fn rows(&mut self) -> Vec<FormRow> {
        let draft = self.draft;
        for field in [FormField::RowDate, FormField::RowMode, FormField::RowContent, FormField::RowHours] {
            self.optional(field, |_| Err::<(), _>(Wrong::OutsideRow));
        }
        let filled = (1..).zip(&draft.rows).filter(|(_, draft)| !draft.is_blank());
        filled.filter_map(|(row, draft)| self.row(row, draft)).collect()
    }

    fn row(&mut self, row: usize, draft: &RowDraft) -> Option<FormRow> {
        let cell = |text: &str| match text.trim() {
            "" => Err(Wrong::Missing),
            text => Ok(text.to_string()),
        };
        let on = cell(&draft.date).and_then(|text| read::day(&text));
        let mode = cell(&draft.mode).and_then(|text| read::mode(&text));
        let content = cell(&draft.content).and_then(|text| read::text(&text));
        let hours = cell(&draft.hours).and_then(|text| read::hours(&text));
        let on = self.keep(FormField::RowDate, Some(row), on);
        let mode = self.keep(FormField::RowMode, Some(row), mode);
        let content = self.keep(FormField::RowContent, Some(row), content);
        let hours = self.keep(FormField::RowHours, Some(row), hours);
        Some(FormRow { on: on?, mode: mode?, content: content?, hours: hours? })
    }
}

impl RowDraft {
    /// The printed table has more rows than most need.
    fn is_blank(&self) -> bool {
        [&self.date, &self.mode, &self.content, &self.hours].iter().all(|cell| cell.trim().is_empty())
    }
}

impl Default for FormDraft {
    fn default() -> Self {
        Self::blank()
    }
}

impl fmt::Debug for FormDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filled = fmt::from_fn(|f| f.debug_set().entries(self.fields.keys()).finish());
        f.debug_struct("FormDraft")
            .field("document", &self.document)
            .field("filled", &filled)
            .field("rows", &self.rows.len())
            .finish()
    }
}

impl fmt::Debug for RowDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowDraft").finish_non_exhaustive()
    }
}

#[cfg(feature = "serde")]
discreet!(FormDraft, RowDraft);

/// Reads the texts of the fields; a field that is given twice is refused, lest one of its texts be lost.
#[cfg(feature = "serde")]
fn each_once<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<FormField, String>, D::Error> {
    struct Fields;

    impl<'de> serde::de::Visitor<'de> for Fields {
        type Value = BTreeMap<FormField, String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of fields, each a string")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields = BTreeMap::new();
            while let Some(field) = map.next_key::<FormField>()? {
                if fields.insert(field, map.next_value()?).is_some() {
                    let message = format_args!("the field `{field}` is given twice; expected each once");
                    return Err(serde::de::Error::custom(message));
                }
            }
            Ok(fields)
        }
    }

    deserializer.deserialize_map(Fields)
}
