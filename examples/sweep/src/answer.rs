//! An answer on its way out: into a file as it comes, or onto the terminal.

use crate::error::Error;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::error::DataFusionError;
use datafusion::parquet::arrow::ArrowWriter;
use std::fs::File;

/// Where an answer goes.
pub enum Sink {
    /// Into a Parquet file.
    Parquet(Box<ArrowWriter<File>>),
    /// Into a CSV file.
    Csv(Box<csv::Writer<File>>),
    /// Nowhere but the terminal.
    Terminal,
}

/// The format of a file, as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Parquet.
    Parquet,
    /// CSV with a head.
    Csv,
}

impl Format {
    /// The format that a file's name says.
    ///
    /// # Errors
    ///
    /// [`Error::Format`] for an ending other than `.parquet` and `.csv`.
    pub fn of(file: &str) -> Result<Self, Error> {
        match file.rsplit_once('.') {
            Some((_, "parquet")) => Ok(Self::Parquet),
            Some((_, "csv")) => Ok(Self::Csv),
            _ => Err(Error::Format { file: file.into() }),
        }
    }
}

impl Sink {
    /// Into a file, or nowhere.
    ///
    /// # Errors
    ///
    /// [`Error::Format`] and [`Error::File`].
    pub fn open(file: Option<&str>, schema: SchemaRef) -> Result<Self, Error> {
        let Some(file) = file else { return Ok(Self::Terminal) };
        let format = Format::of(file)?;
        let to = File::create(file).map_err(Error::file(file))?;
        Ok(match format {
            Format::Parquet => {
                Self::Parquet(Box::new(ArrowWriter::try_new(to, schema, None).map_err(DataFusionError::from)?))
            }
            Format::Csv => Self::Csv(Box::new(csv::Writer::new(to))),
        })
    }

    /// Takes some rows.
    ///
    /// # Errors
    ///
    /// Where they cannot be written.
    pub fn take(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        match self {
            Self::Parquet(writer) => writer.write(rows).map_err(DataFusionError::from)?,
            Self::Csv(writer) => writer.write(rows).map_err(DataFusionError::from)?,
            Self::Terminal => {}
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// Where it cannot be ended.
    pub fn close(self) -> Result<(), Error> {
        if let Self::Parquet(writer) = self {
            writer.close().map_err(DataFusionError::from)?;
        }
        Ok(())
    }
}
