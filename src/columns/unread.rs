//! What cannot be read.

use crate::finding::code::Code;
use crate::naming::table::{Language, named};
use core::fmt;

/// A certificate of a batch that could not be read, and why. All others are answered as if it were not there.
///
/// # Examples
///
/// ```
/// use ruankao::batch::Survey;
/// use ruankao::columns::{Batch, Broken, EventColumns, Histories, Place, Unread, Why};
/// use ruankao::{Code, Law, day};
///
/// // An act that there is not, and a registration (7) without an application.
/// let columns = EventColumns::new(&[0, 1, 3], &[99, 0, 7], &[12_852, 12_852, 13_898]);
/// let batch = Batch::new(Histories::new(columns)?);
/// let standings = batch.standings(&Survey::new(&Law::of_2004(), day!(2008, 6, 1)));
/// let [act, refused] = standings.unread[..] else { panic!() };
/// let why = Why::Broken { column: "act", how: Broken::UnknownCode };
/// assert_eq!(act, Unread { certificate: 0, place: Place::Event(0), why });
/// let why = Why::Refused(Code::NoApplicationPending);
/// assert_eq!(refused, Unread { certificate: 1, place: Place::Event(1), why });
/// assert_eq!(act.to_string(), "certificate 1, event 1: `act` holds a code that stands for nothing");
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unread {
    /// The certificate's place in what was asked about, from 0.
    pub certificate: usize,
    /// What of it could not be read.
    pub place: Place,
    /// Why.
    pub why: Why,
}

/// An event or an entry, by its place in its own history or ledger, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// An event.
    Event(usize),
    /// An entry.
    Entry(usize),
}

/// Why a certificate could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The event is refused: the code of what stands against it.
    Refused(Code),
    /// Its row says nothing that could be read.
    Broken {
        /// The column.
        column: &'static str,
        /// What is wrong there.
        how: Broken,
    },
}

named! {
    /// What is wrong with a row.
    ///
    /// Its words go on from the name of the column.
    #[non_exhaustive]
    pub enum Broken: "defect of a row" {
        /// It is null where the act needs it.
        Missing = "missing", "is null where the act needs it", "为空，而该行为需要此项";
        /// Its code stands for nothing.
        UnknownCode = "unknown_code", "holds a code that stands for nothing", "的代码没有对应含义";
        /// Its number is that of no day from 1900-01-01 to 2999-12-31.
        NoSuchDay = "no_such_day", "is no day from 1900-01-01 to 2999-12-31", "不是1900-01-01至2999-12-31之间的日期";
        /// It names a body by a place at which there is no name.
        NoSuchName = "no_such_name", "points beyond the names", "指向不存在的名称";
        /// It lies before the day that it cannot come before.
        TooEarly = "too_early", "lies before the day that it has to follow", "早于其应当之后的日期";
        /// They are more than 10,000 hours.
        TooManyHours = "too_many_hours", "is more than 10000 hours", "超过10000学时";
    }
}

impl Why {
    /// Its name: that of the code, or of what is wrong.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Code;
    /// use ruankao::columns::{Broken, Why};
    ///
    /// assert_eq!(Why::Refused(Code::Lapsed).name(), "lapsed");
    /// assert_eq!(Why::Broken { column: "until", how: Broken::Missing }.name(), "missing");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused(code) => code.name(),
            Self::Broken { how, .. } => how.name(),
        }
    }
}

impl Unread {
    /// What it is about, in a language. Certificates, events and entries are counted from 1, as people count.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let (certificate, at) = (
                self.certificate.saturating_add(1),
                match self.place {
                    Place::Event(place) | Place::Entry(place) => place.saturating_add(1),
                },
            );
            match (language, self.place) {
                (Language::En, Place::Event(_)) => write!(f, "certificate {certificate}, event {at}: ")?,
                (Language::En, Place::Entry(_)) => write!(f, "certificate {certificate}, entry {at}: ")?,
                (Language::Zh, Place::Event(_)) => write!(f, "第{certificate}份证书第{at}项：")?,
                (Language::Zh, Place::Entry(_)) => write!(f, "第{certificate}份证书第{at}条学时记录：")?,
            }
            match self.why {
                Why::Refused(code) => write!(f, "{}", code.in_words(language)),
                Why::Broken { column, how } => {
                    write!(f, "`{column}`{}{}", language.choose(" ", ""), how.in_words(language))
                }
            }
        })
    }
}

impl fmt::Display for Unread {
    /// The English sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}
