//! A case: everything that a line says, parsed and lawful.

use crate::conformance::question::Question;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::history::History;
use crate::oversight::body_history::BodyHistory;
use alloc::string::String;
use alloc::vec::Vec;

/// A case of the wire format.
///
/// One that exists makes sense: its regulation is checked, and so is each of its parts.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::Case;
///
/// let case: Case = serde_json::from_str(r#"{"id": "a", "regulation": {"cycle_hours": 120}, "ask": []}"#)?;
/// assert_eq!(case.law.parameters().cycle_hours, 120);
/// assert!(serde_json::from_str::<Case>(r#"{"id": "a", "regulation": {"validity_years": 0}, "ask": []}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Case {
    /// What the case is called.
    pub id: String,
    /// The law it is read under, on the statutory calendar.
    pub law: Law,
    /// How strictly the history is read.
    pub mode: Mode,
    /// The events of one certificate.
    pub history: History,
    /// What the holder has studied.
    pub ledger: Ledger,
    /// The history of a registration agency or a training institution.
    pub accreditation: Option<BodyHistory>,
    /// What is asked.
    pub ask: Vec<Question>,
}

mod wire {
    use super::{BodyHistory, Case, History, Law, Ledger, Mode, Question, String, Vec};
    use crate::calendar::working_days::WorkCalendar;
    use crate::identity::body::Register;
    use crate::regulation::parameters::Parameters;
    use crate::regulation::readings::Readings;
    use crate::regulation::rules::Regulation;
    use core::fmt;
    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// A case: one certificate or body, the law it is read under, and what is asked of it.
    #[derive(Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Case", deny_unknown_fields)]
    struct Wire {
        id: String,
        regulation: Option<Parameters>,
        readings: Option<Readings>,
        edition: Option<Edition>,
        mode: Option<Mode>,
        history: Option<History>,
        ledger: Option<Ledger>,
        providers: Option<Register>,
        agencies: Option<Register>,
        accreditation: Option<BodyHistory>,
        ask: Vec<Question>,
    }

    /// The edition of the format: the second, and no other.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    struct Edition(#[cfg_attr(feature = "schema", schemars(range(min = 2, max = 2)))] u64);

    impl<'de> Deserialize<'de> for Edition {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Second;
            impl Visitor<'_> for Second {
                type Value = Edition;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("`2`")
                }

                fn visit_u64<E: Error>(self, number: u64) -> Result<Edition, E> {
                    let second = Some(Edition(number)).filter(|_| number == 2);
                    second.ok_or_else(|| E::custom(format_args!("unknown edition `{number}`; expected `2`")))
                }
            }
            deserializer.deserialize_u64(Second)
        }
    }

    #[cfg(feature = "schema")]
    impl schemars::JsonSchema for Case {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            "Case".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Wire::json_schema(generator)
        }
    }

    impl<'de> Deserialize<'de> for Case {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::deserialize(deserializer)?;
            // One that was read is the second.
            let _: Option<Edition> = wire.edition;
            let (parameters, readings) = (wire.regulation.unwrap_or_default(), wire.readings.unwrap_or_default());
            // Figures that were read have been checked.
            let regulation = Regulation::new(parameters, readings, WorkCalendar::statutory()).map_err(Error::custom)?;
            let mut law = Law::new(regulation);
            law = wire.agencies.into_iter().fold(law, Law::with_agencies);
            law = wire.providers.into_iter().fold(law, Law::with_institutions);
            Ok(Self {
                id: wire.id,
                law,
                mode: wire.mode.unwrap_or_default(),
                history: wire.history.unwrap_or_default(),
                ledger: wire.ledger.unwrap_or_default(),
                accreditation: wire.accreditation,
                ask: wire.ask,
            })
        }
    }

    #[derive(Serialize)]
    #[serde(rename = "Case")]
    struct Written<'a> {
        id: &'a str,
        regulation: &'a Parameters,
        readings: &'a Readings,
        mode: Mode,
        history: &'a History,
        ledger: &'a Ledger,
        #[serde(skip_serializing_if = "Option::is_none")]
        providers: Option<&'a Register>,
        #[serde(skip_serializing_if = "Option::is_none")]
        agencies: Option<&'a Register>,
        #[serde(skip_serializing_if = "Option::is_none")]
        accreditation: &'a Option<BodyHistory>,
        ask: &'a [Question],
    }

    impl Serialize for Case {
        /// The case as a line; a calendar other than the statutory one has no place in the format and is left out.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self { id, law, mode, history, ledger, accreditation, ask } = self;
            let (regulation, readings) = (law.parameters(), law.readings());
            let (providers, agencies) = (law.institutions(), law.agencies());
            let mode = *mode;
            Written { id, regulation, readings, mode, history, ledger, providers, agencies, accreditation, ask }
                .serialize(serializer)
        }
    }
}
