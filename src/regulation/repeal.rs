//! What is known of the repeal of the notices.

use chrono::NaiveDate;

/// The repeal of both notices, as far as it is known.
///
/// [`Repeal::OF_2019`] is the only one there is. Its year is known and its day is not: neither the original text nor a
/// source that dates it was found, and what is said here rests on later pages that report it. So the crate assumes no
/// day, and whoever embeds it names one, as the parameter `repealed_on` of the regulation. An answer that names none
/// speaks as if the notices still applied, and [`needs_caution`](Self::needs_caution) says from which day that has to
/// be said beside it.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::regulation::Repeal;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let repeal = Repeal::OF_2019;
/// assert_eq!(repeal.document_number(), "工信厅人〔2019〕50号");
///
/// // An employer checks a certificate today: without a day of repeal, the answer may mislead.
/// assert!(repeal.needs_caution(day(2024, 5, 6), None));
/// // With one it does not, and in 2018 there was nothing to say.
/// assert!(!repeal.needs_caution(day(2024, 5, 6), Some(day(2019, 12, 31))));
/// assert!(!repeal.needs_caution(day(2018, 12, 31), None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Repeal {
    document_number: &'static str,
    issuer_en: &'static str,
    issuer_zh: &'static str,
    repealed: &'static [&'static str],
    first_possible_day: NaiveDate,
    last_possible_day: NaiveDate,
    caution_en: &'static str,
    caution_zh: &'static str,
}

impl Repeal {
    /// The repeal of 2019: both notices, and the two documents that carried them out.
    pub const OF_2019: Self = Self {
        document_number: "工信厅人〔2019〕50号",
        issuer_en: "General Office of the Ministry of Industry and Information Technology",
        issuer_zh: "工业和信息化部办公厅",
        repealed: &["信办人〔2004〕47号", "信办人〔2004〕48号", "信人函〔2005〕66号", "信人函〔2005〕156号"],
        first_possible_day: FIRST_POSSIBLE_DAY,
        last_possible_day: LAST_POSSIBLE_DAY,
        caution_en: "the notices were repealed in 2019; this answer names no day of repeal and speaks as if they still \
                     applied",
        caution_zh: "两个通知已于2019年废止；本答复未指定废止日期，按通知仍然有效作出",
    };

    /// The number of the document that repeals.
    #[must_use]
    pub const fn document_number(&self) -> &'static str {
        self.document_number
    }

    /// Who issued it, in English; a rendering of our own.
    #[must_use]
    pub const fn issuer_en(&self) -> &'static str {
        self.issuer_en
    }

    /// Who issued it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Repeal;
    ///
    /// assert_eq!(Repeal::OF_2019.issuer_zh(), "工业和信息化部办公厅");
    /// ```
    #[must_use]
    pub const fn issuer_zh(&self) -> &'static str {
        self.issuer_zh
    }

    /// The numbers of the documents repealed: the two notices, the training outline and the implementing rules.
    ///
    /// The texts of the last two, of 2005, were not found.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Repeal;
    ///
    /// let repealed = Repeal::OF_2019.repealed();
    /// assert_eq!((repealed.len(), repealed[0]), (4, "信办人〔2004〕47号"));
    /// ```
    #[must_use]
    pub const fn repealed(&self) -> &'static [&'static str] {
        self.repealed
    }

    /// The first day on which the repeal may have taken effect: the first of its year, for no more is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Repeal;
    ///
    /// assert_eq!(Repeal::OF_2019.first_possible_day().to_string(), "2019-01-01");
    /// ```
    #[must_use]
    pub const fn first_possible_day(&self) -> NaiveDate {
        self.first_possible_day
    }

    /// The last day of its year. Who wants a day on which the notices had certainly been repealed takes the next one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Repeal;
    ///
    /// assert_eq!(Repeal::OF_2019.last_possible_day().to_string(), "2019-12-31");
    /// ```
    #[must_use]
    pub const fn last_possible_day(&self) -> NaiveDate {
        self.last_possible_day
    }

    /// Whether an answer about `on` needs the caution beside it: it lies on or after the
    /// [first possible day](Self::first_possible_day), and the regulation it was asked under names no day of repeal.
    #[must_use]
    pub fn needs_caution(&self, on: NaiveDate, repealed_on: Option<NaiveDate>) -> bool {
        repealed_on.is_none() && self.first_possible_day <= on
    }

    /// The caution, in English.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Repeal;
    ///
    /// assert!(Repeal::OF_2019.caution_en().starts_with("the notices were repealed in 2019"));
    /// ```
    #[must_use]
    pub const fn caution_en(&self) -> &'static str {
        self.caution_en
    }

    /// The caution, in Chinese.
    #[must_use]
    pub const fn caution_zh(&self) -> &'static str {
        self.caution_zh
    }
}

// Evaluated while compiling, where a panic is a compile error.
const FIRST_POSSIBLE_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2019, 1, 1) {
    Some(day) => day,
    None => panic!("every year has a first of January"),
};
const LAST_POSSIBLE_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2019, 12, 31) {
    Some(day) => day,
    None => panic!("every year has a last of December"),
};
