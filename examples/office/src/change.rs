//! What can be asked to be changed, and how that is answered.

use crate::openapi::{self, Papers};
use crate::problem::Problem;
use crate::record::Hours;
use crate::register::Dossier;
use crate::words::Both;
use axum::Json;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use ruankao::duty::Task;
use ruankao::identity::IdentityDocumentKind;
use ruankao::lifecycle::ActName;
use ruankao::oversight::Power;
use ruankao::{Event, Standing};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A change to the register.
pub enum Change {
    Act {
        number: String,
        request: ActRequest,
    },
    Enter(NewCertificate),
    /// Hours are recorded, or struck.
    Study {
        number: String,
        hours: Hours,
    },
    /// The province consents to something or verifies it, which an act may then rest on.
    Consent {
        number: String,
        consent: Power,
    },
    /// A duty is done.
    Done {
        number: String,
        version: i64,
        task: Task,
    },
    /// A full identity number is looked at, which is a change: the look is recorded first.
    Look {
        number: String,
        reason: String,
    },
}

/// What is to be done with a certificate, as its user saw it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActRequest {
    /// The version that was looked at: the change is refused if the certificate is at another.
    pub version: i64,
    /// The day of the act; today, if nothing is said, and never after it.
    pub on: Option<NaiveDate>,
    /// What is to be done.
    #[serde(rename = "do")]
    pub command: Command,
}

/// What can be done with a certificate.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Hands in an application (47.3).
    File(Papers),
    /// Brings other papers in place of the former: before the acceptance a correction, under review a renewal.
    Correct(Papers),
    /// Accepts the application that is filed (47.7).
    Accept,
    /// Registers the certificate, if nothing stands against it (47.7).
    Register,
    /// Refuses the application, if something stands against it (47.7).
    Refuse,
    /// Any other act about a certificate, in the form of the wire. Its day is that of the request, and what others have to
    /// consent to or verify is taken from what they did, whatever it says.
    Record {
        #[schema(schema_with = openapi::event)]
        event: Box<Event>,
    },
    /// Strikes what a version recorded as wrong.
    Strike { version: i64 },
}

/// A certificate to enter, newly approved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCertificate {
    pub number: String,
    pub name: String,
    pub qualification: String,
    pub obtained_on: NaiveDate,
    /// The kind of the identity document.
    #[serde(default = "card")]
    #[schema(value_type = String)]
    pub document: IdentityDocumentKind,
    pub identity_number: String,
}

const fn card() -> IdentityDocumentKind {
    IdentityDocumentKind::ResidentIdentityCard
}

/// What the province may consent to, or verify.
pub const CONSENTS: [Power; 3] = [Power::ConsentToDeferral, Power::ConsentToExtension, Power::VerifyFraud];

/// The answer to a change: what is kept under its key, and given again.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
    /// Whether it was given before.
    pub replayed: bool,
}

/// What came of an act.
#[derive(Serialize, ToSchema)]
pub struct Recorded {
    pub number: String,
    /// The version it made.
    pub version: i64,
    /// The version it was decided on.
    pub decided_on: i64,
    /// The standing of the day, computed from what is held now.
    #[schema(schema_with = openapi::standing)]
    pub standing: Option<Standing>,
    /// What is stamped on the registration page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Both>,
}

impl Command {
    /// The act whose power the command takes; striking takes that of the act struck.
    pub fn act(&self, dossier: &Dossier) -> Result<ActName, Problem> {
        Ok(match self {
            Self::File(_) | Self::Correct(_) => ActName::ApplicationFiled,
            Self::Accept => ActName::ApplicationAccepted,
            Self::Register => ActName::Registered,
            Self::Refuse => ActName::Refused,
            Self::Record { event } => event.act.name(),
            Self::Strike { version } => {
                let held = dossier.held().find(|(held, _)| held == version);
                held.map(|(_, event)| event.act.name()).ok_or_else(Problem::not_found)?
            }
        })
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.status.is_success() {
            true => (self.status, Json(self.body)).into_response(),
            false => serde_json::from_value::<Problem>(self.body).unwrap_or_default().into_response(),
        };
        if self.replayed {
            response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
        }
        response
    }
}
