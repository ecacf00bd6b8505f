//! A question asked of a register.

use crate::answer::Sink;
use crate::error::Error;
use crate::question::Question;
use crate::{chart, functions, schema};
use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::compute;
use datafusion::arrow::datatypes::Int64Type;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::error::DataFusionError;
use datafusion::physical_plan::statistics::{StatisticsArgs, StatisticsContext};
use datafusion::physical_plan::{ExecutionPlan, execute_stream};
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use futures::StreamExt;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use ruankao::Law;
use std::fmt::{self, Display};
use std::fs;
use std::sync::Arc;
use std::time::Duration;

/// So many rows are shown of an answer that lists them.
const SHOWN: usize = 20;

/// What came of a question.
#[derive(Debug)]
pub struct Answer {
    /// How many rows it has.
    pub rows: u64,
    /// How many certificates could not be read.
    pub unread: u64,
    /// The rows, or the first of them where they are listed.
    pub kept: Vec<RecordBatch>,
}

/// The law in a file, or that of 2004.
///
/// # Errors
///
/// [`Error::File`] and [`Error::Law`].
pub fn law(file: Option<&str>) -> Result<Law, Error> {
    let Some(file) = file else { return Ok(Law::of_2004()) };
    let text = fs::read(file).map_err(Error::file(file))?;
    serde_json::from_slice(&text).map_err(|error| Error::Law { file: file.into(), error })
}

/// Makes a register and the functions under a law known to a session.
///
/// # Errors
///
/// Where there is no such file, it is no Parquet, or a column is not as it should be.
pub async fn open(session: &SessionContext, file: &str, law: &Law) -> Result<(), Error> {
    let found = fs::metadata(file).map_err(Error::file(file))?;
    let no_register = |error| Error::NotParquet { file: file.into(), error };
    let path = fs::canonicalize(file).map_err(Error::file(file))?.to_string_lossy().into_owned();
    let path = if found.is_dir() { path + "/" } else { path };
    // A file is one whatever its name ends in.
    let extension = path.rsplit_once('.').filter(|_| found.is_file()).map_or(".parquet", |(_, extension)| extension);
    let options = ParquetReadOptions::default().file_extension(extension);
    session.register_parquet("register", &path, options).await.map_err(no_register)?;
    let table = session.table("register").await.map_err(no_register)?;
    schema::check(table.schema().as_arrow(), file)?;
    functions::register(session, law);
    Ok(())
}

/// Asks, shows how far it is, and writes the answer into a file where one is named.
///
/// # Errors
///
/// Where the file cannot be written, or the engine gives up.
pub async fn ask(session: &SessionContext, question: &Question, file: Option<&str>) -> Result<Answer, Error> {
    let plan = session.sql(&question.sql).await?.create_physical_plan().await?;
    let progress = progress(rows_to_read(&plan));
    let mut stream = execute_stream(Arc::clone(&plan), session.task_ctx())?;
    let mut sink = Sink::open(file, stream.schema())?;
    let mut answer = Answer { rows: 0, unread: 0, kept: Vec::new() };
    let mut tick = tokio::time::interval(Duration::from_millis(200));
    loop {
        tokio::select! {
            rows = stream.next() => match rows {
                Some(rows) => answer.take(rows?, question, &mut sink)?,
                None => break,
            },
            _ = tick.tick() => progress.set_position(rows_read(&plan)),
        }
    }
    progress.finish_and_clear();
    sink.close()?;
    Ok(answer)
}

/// The first rows that cannot be read, in a table.
///
/// # Errors
///
/// Where the engine gives up.
pub async fn unread(session: &SessionContext, question: &Question) -> Result<String, Error> {
    let rows = session.sql(&question.unread).await?.collect().await?;
    Ok(pretty_format_batches(&rows).map_err(DataFusionError::from)?.to_string())
}

/// How far something is, on the terminal; how much it is in all where that is known.
#[must_use]
pub fn progress(all: Option<u64>) -> ProgressBar {
    let (bar, template) = match all {
        Some(all) => (ProgressBar::new(all), "{wide_bar} {human_pos}/{human_len} certificates, {eta} to go"),
        None => (ProgressBar::new_spinner(), "{spinner} {elapsed}"),
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = bar.with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

impl Answer {
    fn take(&mut self, rows: RecordBatch, question: &Question, sink: &mut Sink) -> Result<(), Error> {
        sink.take(&rows)?;
        self.unread += unread_among(&rows);
        let kept: usize = self.kept.iter().map(RecordBatch::num_rows).sum();
        let room = if question.labels > 0 { rows.num_rows() } else { SHOWN.saturating_sub(kept).min(rows.num_rows()) };
        self.rows += rows.num_rows() as u64;
        self.kept.push(rows.slice(0, room));
        Ok(())
    }

    /// As the terminal shows it: the rows, and a chart where they are counts.
    pub fn shown(&self, question: &Question) -> impl Display {
        fmt::from_fn(move |f| {
            let table = pretty_format_batches(&self.kept).map_err(|_| fmt::Error)?;
            writeln!(f, "{table}")?;
            let kept: usize = self.kept.iter().map(RecordBatch::num_rows).sum();
            let more = self.rows.saturating_sub(kept as u64);
            if more > 0 {
                writeln!(f, "and {} more", HumanCount(more))?;
            }
            if question.labels > 0 {
                write!(f, "\n{}", chart::of(&self.kept, question.labels, question.counts))
            } else {
                Ok(())
            }
        })
    }
}

/// What the column `unread` comes to: counts, or whether a row is one.
fn unread_among(rows: &RecordBatch) -> u64 {
    let Some(column) = rows.column_by_name("unread") else { return 0 };
    if let Some(counts) = column.as_primitive_opt::<Int64Type>() {
        return compute::sum(counts).and_then(|sum| u64::try_from(sum).ok()).unwrap_or_default();
    }
    column.as_boolean_opt().map_or(0, |are| are.true_count() as u64)
}

/// How many rows the register has, where the plan reads it in this process.
fn rows_to_read(plan: &Arc<dyn ExecutionPlan>) -> Option<u64> {
    let leaf = leaf(plan);
    leaf.metrics()?;
    let statistics = StatisticsContext::new().compute(leaf.as_ref(), &StatisticsArgs::new()).ok()?;
    statistics.num_rows.get_value().map(|&rows| rows as u64)
}

fn rows_read(plan: &Arc<dyn ExecutionPlan>) -> u64 {
    leaf(plan).metrics().and_then(|metrics| metrics.output_rows()).unwrap_or_default() as u64
}

fn leaf(plan: &Arc<dyn ExecutionPlan>) -> &Arc<dyn ExecutionPlan> {
    plan.children().first().copied().map_or(plan, leaf)
}
