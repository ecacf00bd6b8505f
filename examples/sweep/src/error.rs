//! What can go wrong, said to whoever asked.

use datafusion::error::DataFusionError;
use std::io;
use thiserror::Error;

/// Why a question has no answer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A file cannot be opened or written.
    #[error("`{file}`: {error}")]
    File {
        /// The path as given.
        file: String,
        /// What the system says.
        error: io::Error,
    },
    /// A file is no Parquet, or not whole.
    #[error("`{file}` is no register: {error}; expected a Parquet file as `sweep generate` writes it")]
    NotParquet {
        /// The path as given.
        file: String,
        /// What the reader says.
        error: DataFusionError,
    },
    /// A column is not there.
    #[error("`{file}` has no column `{column}`; expected one of type {expected}")]
    MissingColumn {
        /// The path as given.
        file: String,
        /// The column, with those it lies in.
        column: String,
        /// Its type.
        expected: String,
    },
    /// A column holds something else.
    #[error("column `{column}` of `{file}` is of type {found}; expected {expected}")]
    ColumnType {
        /// The path as given.
        file: String,
        /// The column, with those it lies in.
        column: String,
        /// Its type.
        expected: String,
        /// The type it has.
        found: String,
    },
    /// A file is no law.
    #[error("`{file}` is no law: {error}")]
    Law {
        /// The path as given.
        file: String,
        /// What the reader says.
        error: serde_json::Error,
    },
    /// A file's name does not say its format.
    #[error("cannot tell the format of `{file}`; expected a name that ends in `.parquet` or `.csv`")]
    Format {
        /// The path as given.
        file: String,
    },
    /// A scheduler or an executor could not start or go on.
    #[error("{0}")]
    Cluster(String),
    /// The engine gave up.
    #[error("the engine gave up: {0}")]
    Engine(#[from] DataFusionError),
}

impl Error {
    /// What the system says of a file.
    pub fn file(file: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let file = file.into();
        move |error| Self::File { file, error }
    }
}
