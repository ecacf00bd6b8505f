//! The database: one pool to read and one to write, over SQLite or PostgreSQL.

use sqlx::any::{Any, AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, Connection, Executor, Transaction};
use std::str::FromStr;
use std::time::Duration;

/// The database.
///
/// SQLite has one writer at a time: there the pool to write holds one connection, so that writers queue here and in order,
/// and a transaction takes the lock where it begins.
#[derive(Clone)]
pub struct Store {
    pub readers: AnyPool,
    writers: AnyPool,
    begin: &'static str,
}

impl Store {
    /// Connects, and brings the schema up to date.
    pub async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let is_sqlite = url.starts_with("sqlite:");
        let options = AnyConnectOptions::from_str(url)?;
        let pool = |connections| {
            let options = AnyPoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(20));
            options.after_connect(move |connection, _| {
                Box::pin(async move {
                    if is_sqlite {
                        // An answer that was given is on the disk, whatever happens to process or power.
                        let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON";
                        connection.execute(settings).await?;
                    }
                    Ok(())
                })
            })
        };
        // A pool asks again and again where nobody answers; whoever starts the service is told at once.
        let mut connection = AnyConnection::connect_with(&options).await?;
        sqlx::migrate!().run(&mut connection).await?;
        connection.close().await?;
        let writers = pool(if is_sqlite { 1 } else { 8 }).connect_with(options.clone()).await?;
        let readers = pool(8).connect_with(options).await?;
        Ok(Self { readers, writers, begin: if is_sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" } })
    }

    /// Begins a transaction that writes.
    pub async fn begin(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        self.writers.begin_with(self.begin).await
    }

    /// Whether the database answers.
    pub async fn is_well(&self) -> bool {
        sqlx::query("SELECT 1").execute(&self.readers).await.is_ok()
    }

    /// Ends every connection, when those who use them are done.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}
