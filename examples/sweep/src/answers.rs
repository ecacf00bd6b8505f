//! The answers of the crate to a batch of rows, in columns.

use crate::lent::{self, Events, Study};
use chrono::NaiveDate;
use datafusion::arrow::array::{
    Array, ArrayRef, BooleanArray, Date32Array, ListArray, StringArray, StructArray, UInt8Array, UInt32Array,
    UInt64Array,
};
use datafusion::arrow::buffer::{BooleanBuffer, Buffer, NullBuffer, OffsetBuffer};
use datafusion::arrow::compute;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::error::Result;
use ruankao::batch::Survey;
use ruankao::columns::{Batch, Bits, Place, Standings, Unread, Why};
use ruankao::finding::EventFault;
use ruankao::lifecycle::PhaseName;
use ruankao::{Application, Language, Law, Mode, day};
use std::collections::HashMap;
use std::sync::Arc;

/// The columns of `standing`.
#[must_use]
pub fn standing_fields() -> Fields {
    Fields::from(vec![
        Field::new("phase", DataType::Utf8, true),
        Field::new("in_force", DataType::Boolean, true),
        Field::new("last_valid_day", DataType::Date32, true),
        Field::new("deadline", DataType::Date32, true),
        Field::new("event", DataType::UInt32, true),
        Field::new("code", DataType::Utf8, true),
    ])
}

/// The columns of `assessment`.
#[must_use]
pub fn assessment_fields() -> Fields {
    let year = Arc::new(Field::new("element", DataType::UInt64, false));
    Fields::from(vec![
        Field::new("met", DataType::Boolean, true),
        Field::new("tenths", DataType::UInt64, true),
        Field::new("tenths_by_year", DataType::List(year), true),
        Field::new("event", DataType::UInt32, true),
        Field::new("code", DataType::Utf8, true),
    ])
}

/// A fault among `irregularities`.
#[must_use]
pub fn irregularity_field() -> FieldRef {
    Arc::new(Field::new("element", DataType::Struct(irregularity_fields()), false))
}

fn irregularity_fields() -> Fields {
    Fields::from(vec![
        Field::new("event", DataType::UInt32, false),
        Field::new("on", DataType::Date32, true),
        Field::new("code", DataType::Utf8, false),
        Field::new("clause", DataType::Utf8, true),
        Field::new("refused", DataType::Boolean, false),
        Field::new("sentence", DataType::Utf8, false),
    ])
}

/// The standing of each certificate on a day, as recorded.
///
/// # Errors
///
/// Where the columns are no events.
pub fn standing(law: &Law, events: &dyn Array, on: NaiveDate) -> Result<ArrayRef> {
    let events = Events::of(events, law)?;
    let survey = Survey::new(law, on).in_mode(Mode::Recorded);
    let Standings { read, phase, in_force, last_valid_day, has_last_valid_day, deadline, has_deadline, unread } =
        Batch::new(events.histories()?).standings(&survey);
    let rows = phase.len();
    let read = nulls(read);
    let names: ArrayRef = Arc::new(StringArray::from_iter_values(PhaseName::ALL.map(PhaseName::name)));
    // Written out: a dictionary does not come through a shuffle of Ballista 55.
    let phase = compute::take(&names, &UInt8Array::new(phase.into(), Some(read.clone())), None)?;
    let [event, code] = stopped(rows, &unread);
    let columns: Vec<ArrayRef> = vec![
        phase,
        Arc::new(BooleanArray::new(bits(in_force), Some(read))),
        Arc::new(Date32Array::new(last_valid_day.into(), Some(nulls(has_last_valid_day)))),
        Arc::new(Date32Array::new(deadline.into(), Some(nulls(has_deadline)))),
        event,
        code,
    ];
    Ok(Arc::new(StructArray::try_new(standing_fields(), columns, None)?))
}

/// The assessment of each holder on a day, on an application to which nothing is lacking: registers hold no papers.
///
/// # Errors
///
/// Where the columns are no events or no study.
pub fn assessment(law: &Law, events: &dyn Array, study: &dyn Array, on: NaiveDate) -> Result<ArrayRef> {
    let (events, study) = (Events::of(events, law)?, Study::of(study)?);
    let survey = Survey::new(law, on).in_mode(Mode::Recorded);
    let found = lent::batch(&events, &study)?.assessments(&survey, &Application::COMPLETE);
    let (rows, read) = (found.missing.len(), nulls(found.read));
    let year = Arc::new(Field::new("element", DataType::UInt64, false));
    let by_year = Arc::new(UInt64Array::from(found.missing_in_year));
    let by_year = ListArray::try_new(year, OffsetBuffer::new(found.years.into()), by_year, Some(read.clone()))?;
    let [event, code] = stopped(rows, &found.unread);
    let columns: Vec<ArrayRef> = vec![
        Arc::new(BooleanArray::new(bits(found.met), Some(read.clone()))),
        Arc::new(UInt64Array::new(found.missing.into(), Some(read))),
        Arc::new(by_year),
        event,
        code,
    ];
    Ok(Arc::new(StructArray::try_new(assessment_fields(), columns, None)?))
}

/// The faults of each history: those let stand, or the one that ends the reading.
///
/// # Errors
///
/// Where the columns are no events or no study.
pub fn irregularities(law: &Law, events: &dyn Array, study: &dyn Array) -> Result<ArrayRef> {
    let (events, study) = (Events::of(events, law)?, Study::of(study)?);
    let survey = Survey::new(law, day!(2999, 12, 31)).in_mode(Mode::Audit);
    let found = lent::batch(&events, &study)?.irregularities(&survey);
    let mut unread = found.unread.iter().peekable();
    let mut faults = Faults::default();
    let mut counts = Vec::with_capacity(found.len());
    for row in 0..found.len() {
        let before = faults.event.len();
        let unread = unread.next_if(|unread| unread.certificate == row);
        match (found.of(row), unread) {
            ([], Some(unread)) => faults.unread(unread),
            (those, _) => {
                those.iter().for_each(|fault| faults.fault(events.on(row, fault.event), fault, unread.is_some()));
            }
        }
        counts.push(faults.event.len() - before);
    }
    let items = StructArray::try_new(irregularity_fields(), faults.columns(), None)?;
    let offsets = OffsetBuffer::from_lengths(counts);
    Ok(Arc::new(ListArray::try_new(irregularity_field(), offsets, Arc::new(items), None)?))
}

#[derive(Default)]
struct Faults {
    event: Vec<u32>,
    on: Vec<Option<i32>>,
    code: Vec<String>,
    clause: Vec<Option<String>>,
    refused: Vec<bool>,
    sentence: Vec<String>,
}

impl Faults {
    fn fault(&mut self, on: Option<i32>, EventFault { event, fault }: &EventFault, refused: bool) {
        self.event.push(number(*event));
        self.on.push(on);
        self.code.push(fault.code().name().into());
        self.clause.push(fault.clause().map(|clause| clause.to_string()));
        self.refused.push(refused);
        self.sentence.push(fault.in_words(Language::En).to_string());
    }

    /// What could not be read, where that was no refusal.
    fn unread(&mut self, unread: &Unread) {
        let (event, code) = what_stopped(unread);
        self.event.push(event);
        self.on.push(None);
        self.clause.push(None);
        self.refused.push(true);
        self.sentence.push(match unread.why {
            Why::Broken { column, how } => format!("`{column}` {}", how.in_words(Language::En)),
            Why::Refused(code) => code.name().into(),
        });
        self.code.push(code);
    }

    fn columns(self) -> Vec<ArrayRef> {
        vec![
            Arc::new(UInt32Array::from(self.event)),
            Arc::new(Date32Array::from(self.on)),
            Arc::new(StringArray::from(self.code)),
            Arc::new(StringArray::from(self.clause)),
            Arc::new(BooleanArray::from(self.refused)),
            Arc::new(StringArray::from(self.sentence)),
        ]
    }
}

/// The columns that say what stopped the reading; null where nothing did.
fn stopped(rows: usize, unread: &[Unread]) -> [ArrayRef; 2] {
    let stops: HashMap<usize, (u32, String)> =
        unread.iter().map(|unread| (unread.certificate, what_stopped(unread))).collect();
    let events: UInt32Array = (0..rows).map(|row| stops.get(&row).map(|stop| stop.0)).collect();
    let codes: StringArray = (0..rows).map(|row| stops.get(&row).map(|stop| &stop.1)).collect();
    [Arc::new(events), Arc::new(codes)]
}

/// The place of the event or entry, and the code; where a column makes no sense its name stands before.
fn what_stopped(unread: &Unread) -> (u32, String) {
    let (place, list) = match unread.place {
        Place::Event(place) => (place, ""),
        Place::Entry(place) => (place, "study."),
    };
    let code = match unread.why {
        Why::Refused(code) => code.name().to_owned(),
        Why::Broken { column, how } => format!("{list}{column} {}", how.name()),
    };
    (number(place), code)
}

fn bits(bits: Bits) -> BooleanBuffer {
    let length = bits.len();
    BooleanBuffer::new(Buffer::from_vec(bits.into_bytes()), 0, length)
}

/// What is there.
fn nulls(there: Bits) -> NullBuffer {
    NullBuffer::new(bits(there))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
