//! The acts of rows, with what they carry.

use crate::appeal::Outcome;
use crate::calendar::period::Period;
use crate::columns::column::{Column, span};
use crate::columns::days::{day, is_day};
use crate::columns::events::{AbsenceColumns, Histories};
use crate::columns::flags::Flags;
use crate::columns::names::{body, coded};
use crate::columns::unread::{Broken, Why};
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, ActName};
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::revocation::{Revocation, RevocationGround};
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

impl Histories<'_> {
    /// The act of a row, by name.
    #[inline(always)]
    pub(super) fn name(&self, row: usize) -> Result<ActName, Why> {
        let code = self.columns.act.get(row).copied().unwrap_or(u8::MAX);
        coded(&ActName::ALL, code).map_err(|how| Why::Broken { column: "act", how })
    }

    /// The act of a row. Whom it names is read where there is a list to look it up in.
    pub(super) fn act(&self, row: usize, listed: bool) -> Result<Act, Why> {
        let name = self.name(row)?;
        let agency = || if listed { self.agency(row) } else { Ok(None) };
        Ok(match name {
            ActName::Approved => Act::Approved,
            ActName::DeferralRequested => Act::DeferralRequested(Box::new(self.request(row, true)?)),
            ActName::DeferralGranted => Act::DeferralGranted,
            ActName::DeferralRefused => Act::DeferralRefused,
            ActName::ExtensionGranted => Act::ExtensionGranted(Box::new(self.grant(row, true)?)),
            ActName::ApplicationFiled => Act::ApplicationFiled(Filing { agency: agency()? }),
            ActName::ApplicationAccepted => {
                let flags = self.flags_of(row).ok_or(Why::Broken { column: "flags", how: Broken::Missing })?;
                let application = Flags::from_bits(flags).application();
                Act::ApplicationAccepted(Acceptance { agency: agency()?, application })
            }
            ActName::Registered => {
                let application = self.flags_of(row).map(|flags| Flags::from_bits(flags).application());
                Act::Registered(Registration { agency: agency()?, application })
            }
            ActName::Refused => Act::Refused,
            ActName::ApplicationWithdrawn => Act::ApplicationWithdrawn,
            ActName::Cancelled => Act::Cancelled(self.revocation(row)?),
            ActName::CancellationPublished => Act::CancellationPublished,
            ActName::AppealFiled => Act::AppealFiled,
            ActName::AppealDecided => {
                Act::AppealDecided(self.code("outcome", self.columns.outcome, &Outcome::ALL, row)?)
            }
        })
    }

    /// The request for deferral of a row; with its absences, where they are looked at.
    #[inline(always)]
    pub(super) fn request(&self, row: usize, with_absences: bool) -> Result<Request, Why> {
        let until = self.needed("until", self.columns.until, row)?;
        Ok(Request { claim: self.claim(row, with_absences)?, until })
    }

    /// The extension of a row; with its absences, where they are looked at.
    pub(super) fn grant(&self, row: usize, with_absences: bool) -> Result<Grant, Why> {
        let arose_on = self.needed("arose_on", self.columns.arose_on, row)?;
        let until = self.needed("until", self.columns.until, row)?;
        let written_application = self.flags(row).has(Flags::WRITTEN_APPLICATION);
        Ok(Grant { claim: self.claim(row, with_absences)?, arose_on, until, written_application })
    }

    #[inline(always)]
    fn flags(&self, row: usize) -> Flags {
        Flags::from_bits(self.flags_of(row).unwrap_or_default())
    }

    #[inline(always)]
    pub(super) fn flags_of(&self, row: usize) -> Option<u16> {
        self.columns.flags.and_then(|flags| flags.get(row))
    }

    fn agency(&self, row: usize) -> Result<Option<BodyId>, Why> {
        let agency = self.columns.agency.and_then(|agency| agency.get(row));
        agency
            .map(|place| body(self.columns.names, place))
            .transpose()
            .map_err(|how| Why::Broken { column: "agency", how })
    }

    #[inline(always)]
    fn needed(&self, name: &'static str, column: Option<Column<'_, i32>>, row: usize) -> Result<NaiveDate, Why> {
        let number = column.and_then(|column| column.get(row)).ok_or(Broken::Missing);
        number.and_then(day).map_err(|how| Why::Broken { column: name, how })
    }

    #[inline(always)]
    fn code<T: Copy>(
        &self,
        name: &'static str,
        column: Option<Column<'_, u8>>,
        all: &[T],
        row: usize,
    ) -> Result<T, Why> {
        let code = column.and_then(|column| column.get(row)).ok_or(Broken::Missing);
        code.and_then(|code| coded(all, code)).map_err(|how| Why::Broken { column: name, how })
    }

    #[inline(always)]
    fn claim(&self, row: usize, with_absences: bool) -> Result<Claim, Why> {
        let (ground, flags) = (self.code("ground", self.columns.ground, &Ground::ALL, row)?, self.flags(row));
        Ok(Claim {
            ground,
            absences: self.absences(row, with_absences)?,
            provincial_consent: flags.has(Flags::PROVINCIAL_CONSENT),
            evidence: flags.has(Flags::EVIDENCE),
        })
    }

    /// Whether all absences of all rows are periods.
    pub(super) fn are_absences_sound(&self) -> bool {
        let Some(AbsenceColumns { offsets, from, to }) = self.columns.absences else { return true };
        let (rows, at) =
            (self.columns.offsets, |row: Option<&i32>| offsets.get(row.map_or(0, |&row| row.cast_unsigned() as usize)));
        let [start, end] =
            [at(rows.first()), at(rows.last())].map(|at| at.map_or(0, |&at| at.cast_unsigned() as usize));
        let (from, to) = (from.get(start..end).unwrap_or_default(), to.get(start..end).unwrap_or_default());
        // Without a way out of the loop several are looked at at a time.
        from.iter().zip(to).fold(true, |all, (&from, &to)| all & is_day(from) & is_day(to) & (from <= to))
    }

    /// The absences of a row; none where they are not wanted.
    #[inline(always)]
    fn absences(&self, row: usize, wanted: bool) -> Result<Absences, Why> {
        match self.columns.absences.filter(|_| wanted) {
            Some(absences) => Self::absences_of(absences, row),
            None => Ok(Absences::default()),
        }
    }

    #[inline(never)]
    fn absences_of(AbsenceColumns { offsets, from, to }: AbsenceColumns<'_>, row: usize) -> Result<Absences, Why> {
        let rows = span(offsets, row);
        let (from, to) = (from.get(rows.clone()).unwrap_or_default(), to.get(rows).unwrap_or_default());
        let period = |(&from, &to): (&i32, &i32)| {
            let from = day(from).map_err(|how| Why::Broken { column: "absences.from", how })?;
            let to = day(to).map_err(|how| Why::Broken { column: "absences.to", how })?;
            Period::new(from, to).map_err(|_| Why::Broken { column: "absences.to", how: Broken::TooEarly })
        };
        Ok(from.iter().zip(to).map(period).collect::<Result<Vec<_>, Why>>()?.into())
    }

    fn revocation(&self, row: usize) -> Result<Revocation, Why> {
        Ok(match self.code("ground", self.columns.ground, &RevocationGround::ALL, row)? {
            RevocationGround::Incapacity => Revocation::Incapacity,
            RevocationGround::CriminalPenalty => Revocation::CriminalPenalty,
            RevocationGround::LeftPost => {
                let left_on = self.needed("left_on", self.columns.left_on, row)?;
                let returned_on = self.columns.returned_on.and_then(|returned_on| returned_on.get(row)).map(day);
                let returned_on = returned_on.transpose().map_err(|how| Why::Broken { column: "returned_on", how })?;
                Revocation::LeftPost { left_on, returned_on }
            }
            RevocationGround::MajorLoss => Revocation::MajorLoss,
            RevocationGround::Fraud => {
                Revocation::Fraud { verified_by_province: self.flags(row).has(Flags::VERIFIED_BY_PROVINCE) }
            }
        })
    }
}
