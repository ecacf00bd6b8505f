//! Problems as RFC 9457 has them, with the codes and clauses of the law.

use crate::words::Both;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use ruankao::finding::{EventFault, Fault};
use ruankao::registration::{Defects, FormField};
use ruankao::{Finding, Language};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use utoipa::ToSchema;

/// Why a request was not carried out: a problem of RFC 9457, in both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is: `urn:ruankao:problem:` and its name, or `urn:ruankao:code:` and the code of the law.
    pub r#type: String,
    /// The kind, in Chinese.
    pub title: String,
    /// The kind, in English.
    pub title_en: String,
    /// The status of the answer.
    pub status: u16,
    /// What happened, in Chinese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// What happened, in English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail_en: String,
    /// The code of the rule that is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The clause that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// All that was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Found>,
    /// All that is wrong in the form, field by field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub defects: Vec<FieldDefect>,
    /// What changed since the version that the request names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
}

/// A rule that is not met.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Found {
    pub code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    #[serde(flatten)]
    pub words: Both,
}

/// What is wrong in a field of the form.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct FieldDefect {
    /// The field, by its name on the wire.
    pub field: String,
    /// The row of the education table, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    #[serde(flatten)]
    pub words: Both,
}

/// What happened to a certificate since somebody looked at it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Changed {
    /// The version it is at now.
    pub version: i64,
    /// What was added since.
    pub since: Vec<Since>,
}

/// Something added to a certificate.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Since {
    pub version: i64,
    pub recorded_on: String,
    pub actor: String,
    #[serde(flatten)]
    pub words: Both,
}

impl Problem {
    /// A problem of a kind.
    pub fn new(status: StatusCode, name: &str, zh: &str, en: &str) -> Self {
        Self {
            r#type: format!("urn:ruankao:problem:{name}"),
            title: zh.into(),
            title_en: en.into(),
            status: status.as_u16(),
            ..Self::default()
        }
    }

    /// The same, with what happened.
    pub fn told(self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { detail: zh.into(), detail_en: en.into(), ..self }
    }

    pub fn malformed(en: impl Into<String>) -> Self {
        let en = en.into();
        Self::new(StatusCode::BAD_REQUEST, "malformed", "请求的内容不合格式", "the request is malformed")
            .told(en.clone(), en)
    }

    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "没有所查的内容", "there is no such thing")
    }

    pub fn not_logged_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not_logged_in", "请先登录", "log in first")
    }

    /// The act is somebody else's to do.
    pub fn forbidden(zh: impl Into<String>, en: impl Into<String>) -> Self {
        let kind = Self::new(StatusCode::FORBIDDEN, "not_in_your_power", "不属于您的职权", "this is not in your power");
        kind.told(zh, en)
    }

    /// What the register holds cannot be read: the records are to blame, and not the request.
    pub fn unreadable(error: &dyn Display) -> Self {
        tracing::error!(%error, "a record cannot be read");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "unreadable", "登记内容无法读取", "a record cannot be read")
    }

    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "数据库暂时不可用", "the database does not answer")
    }

    /// What the law holds against an act.
    pub fn fault(fault: &Fault) -> Self {
        let code = fault.code();
        let findings = if fault.findings().is_empty() { &[*fault.finding()][..] } else { fault.findings() };
        Self {
            r#type: format!("urn:ruankao:code:{code}"),
            code: Some(code.to_string()),
            clause: fault.clause().map(|clause| clause.to_string()),
            findings: findings.iter().map(Found::of).collect(),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "", "不符合规定", "the law stands against it")
        }
        .told(fault.in_words(Language::Zh).to_string(), fault.in_words(Language::En).to_string())
    }

    /// What is wrong with a form.
    pub fn defects(defects: &Defects) -> Self {
        let defects = defects.iter().map(|defect| FieldDefect {
            field: defect.field.name().into(),
            row: defect.row,
            words: Both::of(|language| defect.in_words(language)),
        });
        let kind = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "form", "申请表填写有误", "the form cannot be read");
        Self { defects: defects.collect(), ..kind }
    }

    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Whether it says nothing about the request: the database failed, and asking again may help.
    pub fn is_ours(&self) -> bool {
        self.status >= 500
    }

    pub fn title_in(&self, language: &Language) -> &str {
        language.choose(&self.title_en, &self.title)
    }

    pub fn detail_in(&self, language: &Language) -> &str {
        language.choose(&self.detail_en, &self.detail)
    }

    /// What is wrong in a field, if something is.
    pub fn defect(&self, field: FormField, row: Option<usize>) -> Option<&FieldDefect> {
        self.defects.iter().find(|defect| defect.field == field.name() && defect.row == row)
    }
}

impl Found {
    pub fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code().to_string(),
            clause: finding.clause().map(|clause| clause.to_string()),
            words: Both::of(|language| finding.in_words(language)),
        }
    }
}

impl From<EventFault> for Problem {
    fn from(refusal: EventFault) -> Self {
        Self::fault(&refusal.fault)
    }
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Self {
        tracing::error!(%error, "the database");
        Self::unavailable()
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::unreadable(&error)
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::malformed(rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::malformed(rejection.body_text())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self).unwrap_or_default();
        let mut response = (self.status(), [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        // Where a page was asked for, it is made into one.
        response.extensions_mut().insert(self);
        response
    }
}
