//! What a registration agency owes the public (47.13).

use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::identity::masked::Masked;
use crate::regulation::clause::Clause;
use core::fmt;

/// How a registration agency shows itself to the public.
///
/// `Debug` masks where it can be reached and who is in charge: they are for those who ask, not for every log.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::{Profile, SHANGHAI_CENTRE};
/// use ruankao::Code;
///
/// // As published, the fax number has a digit too many, and nobody is named as in charge.
/// let codes: Vec<Code> = SHANGHAI_CENTRE.verdict().findings().iter().map(|finding| finding.code()).collect();
/// assert_eq!(codes, [Code::FaxMalformed, Code::PersonInChargeMissing]);
///
/// let mended = Profile { fax: None, person_in_charge: Some("张三"), ..SHANGHAI_CENTRE };
/// assert!(mended.verdict().is_met());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Profile<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it does.
    pub functions: &'a str,
    /// Its address.
    pub address: Option<&'a str>,
    /// Its telephone number.
    pub telephone: Option<&'a str>,
    /// Its fax number.
    pub fax: Option<&'a str>,
    /// Its address on the web.
    pub website: Option<&'a str>,
    /// Who is in charge of registration there.
    pub person_in_charge: Option<&'a str>,
}

/// The agency whose particulars stand at the end of the notices, as they stand there.
pub const SHANGHAI_CENTRE: Profile<'static> = Profile {
    name: "上海市职业能力考试院信息人才认证中心",
    functions: "全国计算机技术与软件专业技术证书注册登记受理，审批",
    address: Some("虬江路1000号聚源大厦804室"),
    telephone: Some("021-36337995"),
    fax: Some("021-363379935"),
    website: Some("www.itta.org.cn"),
    person_in_charge: None,
};

impl Profile<'_> {
    /// 47.13: 应有专人负责…其联系方式应向社会公布. Contact details are an address and a telephone number here, 47.13 does not say; a fax
    /// number need not be there, but has to be one.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let missing = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
        let malformed = |number: Option<&str>| !missing(number) && !number.is_some_and(is_line);
        let looked_at = [
            (missing(self.address), Code::AddressMissing),
            (missing(self.telephone), Code::TelephoneMissing),
            (malformed(self.telephone), Code::TelephoneMalformed),
            (malformed(self.fax), Code::FaxMalformed),
            (missing(self.person_in_charge), Code::PersonInChargeMissing),
        ];
        looked_at.into_iter().filter(|(found, _)| *found).map(|(_, code)| Finding::new(code, Clause::N47_13)).collect()
    }
}

impl fmt::Debug for Profile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, functions, address, telephone, fax, website, person_in_charge } = self;
        fn masked<'a>(text: &Option<&'a str>, head: usize) -> Option<Masked<'a>> {
            text.map(|text| Masked::new(text, head, 0))
        }
        f.debug_struct("Profile")
            .field("name", name)
            .field("functions", functions)
            .field("address", &masked(address, 0))
            .field("telephone", &masked(telephone, 0))
            .field("fax", &masked(fax, 0))
            .field("website", website)
            .field("person_in_charge", &masked(person_in_charge, 1))
            .finish()
    }
}

/// Whether a text is the number of a fixed line, area code and number with a hyphen between: `010` and `02x` go with 8
/// digits, longer area codes with 7 or 8.
fn is_line(text: &str) -> bool {
    let Some((area, number)) = text.trim().split_once('-') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let lengths = match area.as_bytes() {
        [b'0', b'1', b'0'] | [b'0', b'2', _] => 8..=8,
        [b'0', b'3'..=b'9', _, _] => 7..=8,
        _ => return false,
    };
    digits(area) && digits(number) && lengths.contains(&number.len())
}
