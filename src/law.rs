//! The law in use: a regulation, and the lists of those who may act under it.

use crate::calendar::working_days::WorkCalendar;
use crate::identity::body::Register;
use crate::regulation::parameters::{Parameter, Parameters, RegulationError};
use crate::regulation::readings::{Reading, Readings};
use crate::regulation::rules::Regulation;
#[cfg(feature = "serde")]
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::{self, Write};
use core::str::FromStr;
use thiserror::Error;

/// Everything that certificates are read against: the regulation, the registration agencies and the training
/// institutions.
///
/// It is lawful when it exists, never changes, and is shared: a clone costs three counters, whatever the lists hold.
/// Without a list of agencies none need be named; without a list of institutions any one named counts. An empty list is
/// a list.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::{Parameters, RegulationError};
/// use ruankao::Law;
///
/// let law = Law::of_2004();
/// assert_eq!(law.parameters().cycle_hours, 180);
///
/// let stricter = law.clone().with_parameters(Parameters { cycle_hours: 240, ..Parameters::NOTICES })?;
/// assert_ne!(law.fingerprint(), stricter.fingerprint());
/// assert!(law.with_parameters(Parameters { validity_years: 0, ..Parameters::NOTICES }).is_err());
/// # Ok::<(), RegulationError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Wire"))]
pub struct Law {
    regulation: Arc<Regulation>,
    agencies: Option<Arc<Register>>,
    institutions: Option<Arc<Register>>,
}

impl Law {
    /// The notices of 2004 as the rule book reads them, on the statutory calendar, without a list of either kind.
    #[must_use]
    pub fn of_2004() -> Self {
        Self::default()
    }

    /// A regulation in use, without a list of either kind.
    #[must_use]
    pub fn new(regulation: Regulation) -> Self {
        Self { regulation: Arc::new(regulation), agencies: None, institutions: None }
    }

    /// The same with other figures.
    ///
    /// # Errors
    ///
    /// [`RegulationError`] where the figures make no sense: a term of zero years, for example.
    pub fn with_parameters(self, parameters: Parameters) -> Result<Self, RegulationError> {
        let (readings, calendar) = (*self.readings(), self.regulation.calendar().clone());
        Ok(self.under(Regulation::new(parameters, readings, calendar)?))
    }

    /// The same, read otherwise.
    #[must_use]
    pub fn with_readings(self, readings: Readings) -> Self {
        let regulation = Regulation::clone(&self.regulation).read(readings);
        self.under(regulation)
    }

    /// The same on another working-day calendar.
    #[must_use]
    pub fn with_calendar(self, calendar: WorkCalendar) -> Self {
        let regulation = Regulation::clone(&self.regulation).on(calendar);
        self.under(regulation)
    }

    /// The same with a list of registration agencies (47.2): filing, acceptance and registration have to name one that is
    /// approved on their day. One body in two provinces has [two listings](crate::docs::decided_points#two_provinces).
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{Listing, Register};
    /// use ruankao::registration::Filing;
    /// use ruankao::{Act, Code, History, Law, Ledger, day};
    ///
    /// let listed: Register = [Listing::new("ITTA", day!(2005, 2, 1), Some(day!(2008, 2, 1)))?].into_iter().collect();
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let mut file = Law::of_2004().with_agencies(listed).open(history, Ledger::default());
    /// let filed = Act::ApplicationFiled(Filing { agency: Some("ITTA".into()) });
    ///
    /// // Not on the day of its withdrawal; on the day before it.
    /// let refusal = file.record(filed.clone().on(day!(2008, 2, 1))).unwrap_err();
    /// assert_eq!(refusal.fault.code(), Code::AgencyNotApproved);
    /// assert!(file.record(filed.on(day!(2008, 1, 31))).is_ok());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn with_agencies(self, agencies: Register) -> Self {
        Self { agencies: Some(Arc::new(agencies)), ..self }
    }

    /// The same with a list of training institutions (48.8): what they teach counts while they are accredited, and what is
    /// taught by others does not; study on the job needs none.
    #[must_use]
    pub fn with_institutions(self, institutions: Register) -> Self {
        Self { institutions: Some(Arc::new(institutions)), ..self }
    }

    /// The same lists under another regulation.
    #[must_use]
    pub fn under(self, regulation: Regulation) -> Self {
        Self { regulation: Arc::new(regulation), ..self }
    }

    /// The regulation.
    #[must_use]
    pub fn regulation(&self) -> &Regulation {
        &self.regulation
    }

    /// The figures.
    #[must_use]
    pub fn parameters(&self) -> &Parameters {
        self.regulation.parameters()
    }

    /// The readings.
    #[must_use]
    pub fn readings(&self) -> &Readings {
        self.regulation.readings()
    }

    /// The registration agencies, where a list is given.
    #[must_use]
    pub fn agencies(&self) -> Option<&Register> {
        self.agencies.as_deref()
    }

    /// The training institutions, where a list is given.
    #[must_use]
    pub fn institutions(&self) -> Option<&Register> {
        self.institutions.as_deref()
    }

    /// Which law this is: the same for equal laws, another for any other, on every machine and in every version of the
    /// crate that knows the same figures and readings. To be kept beside a decision.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut text = Canonical(hmac_sha256::Hash::new());
        // The sink takes whatever is written.
        let _ = self.write_canonically(&mut text);
        Fingerprint(text.0.finalize())
    }

    /// Each figure, reading, day of the calendar and listing on a line of its own, in an order that does not depend on how
    /// the law was made.
    fn write_canonically(&self, text: &mut impl Write) -> fmt::Result {
        let parameters = self.parameters();
        writeln!(text, "ruankao law\nscope_from {}", parameters.scope_from)?;
        if let Some(repealed_on) = parameters.repealed_on {
            writeln!(text, "repealed_on {repealed_on}")?;
        }
        for parameter in Parameter::ALL {
            writeln!(text, "{parameter} {}", parameters.value(parameter))?;
        }
        for reading in Reading::ALL {
            writeln!(text, "{reading} {}", self.readings().side(reading))?;
        }
        let calendar = self.regulation.calendar();
        for year in calendar.years() {
            writeln!(text, "year {year}")?;
            for (on, kind) in calendar.differing(year) {
                writeln!(text, "{on} {kind}")?;
            }
        }
        for (name, register) in [("agencies", self.agencies()), ("institutions", self.institutions())] {
            let Some(register) = register else { continue };
            writeln!(text, "{name}")?;
            for listing in register.listings() {
                let (id, end) = (listing.id().as_str(), listing.withdrawn_on());
                // With its length, an id can hold whatever it likes.
                write!(text, "{} {id} {}", id.len(), listing.approved_on())?;
                writeln!(text, "{}", fmt::from_fn(|f| end.map_or(Ok(()), |end| write!(f, " {end}"))))?;
            }
        }
        Ok(())
    }
}

impl From<Regulation> for Law {
    fn from(regulation: Regulation) -> Self {
        Self::new(regulation)
    }
}

struct Canonical(hmac_sha256::Hash);

impl Write for Canonical {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}

/// Which law an answer was given under, in 32 bytes: a SHA-256 over all that the law says.
///
/// Written and read as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

/// A text is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("expected a fingerprint of 64 hexadecimal digits, in lower case")]
pub struct FingerprintError;

impl Fingerprint {
    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(FingerprintError),
        };
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return Err(FingerprintError) };
        let bytes = pairs.iter().map(|&[high, low]| Ok(digit(high)? << 4 | digit(low)?));
        let bytes: Vec<u8> = bytes.collect::<Result<_, FingerprintError>>()?;
        bytes.try_into().map(Self).map_err(|_| FingerprintError)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Fingerprint, Law, Register, String};
    use crate::calendar::working_days::WorkCalendar;
    use crate::regulation::parameters::Parameters;
    use crate::regulation::readings::Readings;
    use crate::regulation::rules::Regulation;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// A law: the figures, the readings, the working-day calendar and the lists; what is left out is as in the notices.
    #[derive(Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Law", deny_unknown_fields)]
    pub(super) struct Wire {
        parameters: Option<Parameters>,
        readings: Option<Readings>,
        calendar: Option<WorkCalendar>,
        agencies: Option<Register>,
        institutions: Option<Register>,
    }

    #[derive(Serialize)]
    #[serde(rename = "Law")]
    struct Written<'a> {
        #[serde(flatten)]
        regulation: &'a Regulation,
        #[serde(skip_serializing_if = "Option::is_none")]
        agencies: Option<&'a Register>,
        #[serde(skip_serializing_if = "Option::is_none")]
        institutions: Option<&'a Register>,
    }

    impl Serialize for Law {
        /// `{"parameters", "readings", "calendar"?, "agencies"?, "institutions"?}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (regulation, agencies, institutions) = (self.regulation(), self.agencies(), self.institutions());
            Written { regulation, agencies, institutions }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Law {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::deserialize(deserializer)?;
            let (parameters, readings) = (wire.parameters.unwrap_or_default(), wire.readings.unwrap_or_default());
            let regulation = Regulation::new(parameters, readings, wire.calendar.unwrap_or_default());
            let mut law = Self::new(regulation.map_err(D::Error::custom)?);
            (law.agencies, law.institutions) = (wire.agencies.map(Into::into), wire.institutions.map(Into::into));
            Ok(law)
        }
    }

    impl Serialize for Fingerprint {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Fingerprint {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        }
    }
}
