//! A form that can be read, its education table left blank.

use ruankao::registration::{FormDraft, FormField};

pub(crate) fn filled() -> FormDraft {
    let filled = [
        (FormField::Qualification, "软件设计师"),
        (FormField::Category, "计算机软件"),
        (FormField::Name, "张三"),
        (FormField::Sex, "女"),
        (FormField::Birth, "1949-12"),
        (FormField::Photo, "有"),
        (FormField::Health, "良好"),
        (FormField::IdentityNumber, "11010519491231002X"),
        (FormField::CertificateNumber, "0531-08"),
        (FormField::ObtainedOn, "2005-03-10"),
        (FormField::Address, "虬江路1000号"),
        (FormField::PostalCode, "200071"),
        (FormField::Employer, "某公司"),
        (FormField::Telephone, "36337995"),
        (FormField::Signature, "有"),
        (FormField::AppliedOn, "2008-01-08"),
    ];
    filled.into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text))
}
