//! The crate as functions of SQL, each under a law.
//!
//! | function | of each certificate |
//! | --- | --- |
//! | `standing(events, day)` | `phase`, `in_force`, `last_valid_day`, `deadline` as recorded, or `event` and `code` where it cannot be read |
//! | `assessment(events, study, day)` | whether the conditions are `met` but for the papers, the `tenths` of hours missing, in all and by year; or `event` and `code` |
//! | `irregularities(events, study)` | a list: `event`, `on`, `code`, `clause`, `refused`, `sentence` of each fault |
//!
//! Events are counted from 0. They take a batch of rows at a time; a row that cannot be read harms no other.

use crate::answers;
use datafusion::arrow::array::Array;
use datafusion::arrow::datatypes::{DataType, Date32Type};
use datafusion::common::{ScalarValue, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use datafusion::prelude::SessionContext;
use ruankao::Law;
use std::hash::{Hash, Hasher};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// The standing on a day.
    Standing,
    /// The assessment on a day.
    Assessment,
    /// The faults of the whole history.
    Irregularities,
}

/// A question under a law, as the engine calls it.
#[derive(Clone, Debug)]
pub struct Function {
    question: Question,
    law: Law,
    signature: Signature,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Standing, Self::Assessment, Self::Irregularities];

    /// Its name in SQL.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Assessment => "assessment",
            Self::Irregularities => "irregularities",
        }
    }

    const fn arguments(self) -> usize {
        match self {
            Self::Standing | Self::Irregularities => 2,
            Self::Assessment => 3,
        }
    }

    /// The question under a law.
    #[must_use]
    pub fn under(self, law: &Law) -> ScalarUDF {
        let signature = Signature::any(self.arguments(), Volatility::Immutable);
        ScalarUDF::from(Function { question: self, law: law.clone(), signature })
    }
}

/// Makes all questions known to a session, under a law.
pub fn register(session: &SessionContext, law: &Law) {
    for question in Question::ALL {
        session.register_udf(question.under(law));
    }
}

impl Function {
    /// The law it answers under.
    #[must_use]
    pub const fn law(&self) -> &Law {
        &self.law
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question && self.law == other.law
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.question.hash(state);
        self.law.fingerprint().hash(state);
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.question.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(match self.question {
            Question::Standing => DataType::Struct(answers::standing_fields()),
            Question::Assessment => DataType::Struct(answers::assessment_fields()),
            Question::Irregularities => DataType::List(answers::irregularity_field()),
        })
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = args.number_rows;
        let arrays = |place: usize| match args.args.get(place) {
            Some(value) => value.to_array(rows),
            None => plan_err!("`{}` takes {} arguments", self.name(), self.question.arguments()),
        };
        let events = arrays(0)?;
        let answer = match self.question {
            Question::Standing => answers::standing(&self.law, events.as_ref(), day(args.args.get(1))?)?,
            Question::Assessment => {
                answers::assessment(&self.law, events.as_ref(), arrays(1)?.as_ref(), day(args.args.get(2))?)?
            }
            Question::Irregularities => answers::irregularities(&self.law, events.as_ref(), arrays(1)?.as_ref())?,
        };
        debug_assert_eq!(answer.len(), rows);
        Ok(ColumnarValue::Array(answer))
    }
}

/// One day for all rows.
fn day(argument: Option<&ColumnarValue>) -> Result<chrono::NaiveDate> {
    match argument {
        Some(ColumnarValue::Scalar(ScalarValue::Date32(Some(days)))) => {
            Date32Type::to_naive_date_opt(*days).map_or_else(|| plan_err!("the day lies outside the calendar"), Ok)
        }
        _ => plan_err!("expected a day that is the same for all rows, such as DATE '2008-03-10'"),
    }
}
