//! A small chart for the terminal: a bar for each count.

use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::datatypes::Int64Type;
use datafusion::arrow::util::display::array_value_to_string;
use indicatif::HumanCount;
use ruankao::Language;
use ruankao::identity::Province;
use std::fmt::{self, Display};

/// The longest bar, in characters.
const WIDTH: i64 = 40;

/// A bar for each row, named by its first columns; nothing where there are no rows.
pub fn of(rows: &[RecordBatch], labels: usize, counts: &str) -> impl Display {
    let bars: Vec<(String, i64)> = rows.iter().flat_map(|rows| bars(rows, labels, counts)).collect();
    fmt::from_fn(move |f| {
        let most = bars.iter().map(|bar| bar.1).max().unwrap_or_default().max(1);
        let name = bars.iter().map(|bar| bar.0.chars().count()).max().unwrap_or_default();
        for (label, count) in &bars {
            // Whatever there is can be seen.
            let length = (count * WIDTH / most).max(i64::from(*count > 0));
            let bar: String = (0..length).map(|_| '█').collect();
            let count = HumanCount(u64::try_from(*count).unwrap_or_default()).to_string();
            writeln!(f, "{label:name$}  {bar:40}  {count:>12}")?;
        }
        Ok(())
    })
}

fn bars(rows: &RecordBatch, labels: usize, counts: &str) -> Vec<(String, i64)> {
    let counts = rows.column_by_name(counts).and_then(|column| column.as_primitive_opt::<Int64Type>());
    let label = |row: usize| {
        let words = rows.columns().iter().take(labels).map(|column| array_value_to_string(column, row));
        let words: Vec<_> =
            words.map(|word| in_words(word.unwrap_or_default())).filter(|word| !word.is_empty()).collect();
        words.join(", ")
    };
    counts.map(|counts| (0..rows.num_rows()).map(|row| (label(row), counts.value(row))).collect()).unwrap_or_default()
}

/// A province by its usual name, anything else as it is.
fn in_words(label: String) -> String {
    label.parse::<Province>().map_or(label, |province| province.in_words(Language::En).to_owned())
}
