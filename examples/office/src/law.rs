//! The law that the office stands for, and those that certificates were decided under.

use crate::problem::Problem;
use chrono::NaiveDate;
use ruankao::Law;
use sqlx::AnyConnection;
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// The office's law, and every other that a certificate names, as far as it was read.
pub struct Laws {
    pub office: Law,
    /// Its fingerprint, which takes long to find against all else that an act takes.
    pub fingerprint: String,
    others: RwLock<HashMap<String, Law>>,
}

impl Laws {
    pub fn new(office: Law) -> Self {
        Self { fingerprint: office.fingerprint().to_string(), office, others: RwLock::default() }
    }

    /// The law of that fingerprint, which the database holds.
    pub async fn find(&self, connection: &mut AnyConnection, fingerprint: &str) -> Result<Law, Problem> {
        if let Some(law) = self.others.read().unwrap_or_else(PoisonError::into_inner).get(fingerprint) {
            return Ok(law.clone());
        }
        let query = sqlx::query_as("SELECT law FROM laws WHERE fingerprint = $1").bind(fingerprint);
        let row: Option<(String,)> = query.fetch_optional(connection).await?;
        let law: Law = serde_json::from_str(&row.ok_or_else(Problem::not_found)?.0)?;
        self.others.write().unwrap_or_else(PoisonError::into_inner).insert(fingerprint.into(), law.clone());
        Ok(law)
    }
}

/// Keeps a law whole under its fingerprint, as evidence of what was decided under it.
pub async fn keep(connection: &mut AnyConnection, law: &Law, today: NaiveDate) -> Result<String, Problem> {
    let fingerprint = law.fingerprint().to_string();
    let query = "INSERT INTO laws (fingerprint, law, first_used_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let query = sqlx::query(query).bind(&fingerprint).bind(serde_json::to_string(law)?).bind(today.to_string());
    query.execute(connection).await?;
    Ok(fingerprint)
}
