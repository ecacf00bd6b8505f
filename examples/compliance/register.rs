//! A register, read block by block and audited by several threads; what comes of it arrives in order.

use crate::audit::audit;
use crate::irregularity::Irregularity;
use ruankao::Law;
use ruankao::conformance::read_case;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

/// Bytes read at a time: some hundred certificates.
const BLOCK: u64 = 256 << 10;

/// Bytes that a line may have at the most, as on the wire.
const LONGEST: usize = 16 << 20;

/// What came of a block of lines.
#[derive(Default)]
pub struct Audited {
    pub bytes: u64,
    pub certificates: u64,
    pub irregularities: Vec<Irregularity>,
    /// What is said of the lines that are no case, each with its number.
    pub unreadable: Vec<(usize, String)>,
}

/// The lines of a register, so many at a time.
struct Blocks<R> {
    input: R,
    /// The beginning of a line, the rest of which is to come.
    begun: Vec<u8>,
    /// The number of the next block, and of its first line.
    next: u64,
    line: usize,
}

/// Some whole lines.
struct Block {
    number: u64,
    first_line: usize,
    bytes: Vec<u8>,
    /// The line behind them is too long, and was passed over.
    is_cut: bool,
}

impl<R: BufRead> Blocks<R> {
    fn next(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.begun);
        let mut is_cut = false;
        loop {
            let start = bytes.len();
            let read = self.input.by_ref().take(BLOCK).read_to_end(&mut bytes)?;
            if read == 0 {
                break;
            }
            if let Some(end) = bytes.iter().skip(start).rposition(|&byte| byte == b'\n') {
                self.begun = bytes.split_off(start + end + 1);
                break;
            }
            if bytes.len() > LONGEST {
                self.input.skip_until(b'\n')?;
                bytes.clear();
                is_cut = true;
                break;
            }
        }
        if bytes.is_empty() && !is_cut {
            return Ok(None);
        }
        let (number, first_line) = (self.next, self.line);
        self.next += 1;
        self.line += bytes.iter().filter(|&&byte| byte == b'\n').count() + usize::from(is_cut);
        Ok(Some(Block { number, first_line, bytes, is_cut }))
    }
}

impl Block {
    fn audited(&self, law: Option<&Law>) -> Audited {
        let mut audited = Audited { bytes: u64::try_from(self.bytes.len()).unwrap_or(0), ..Audited::default() };
        for (number, line) in (self.first_line..).zip(self.bytes.split(|&byte| byte == b'\n')) {
            let line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            match read_case(line, number) {
                Ok(case) => {
                    audited.certificates += 1;
                    audited.irregularities.extend(audit(&case, law.unwrap_or(&case.law), number));
                }
                Err(malformed) => audited.unreadable.push((number, malformed.message)),
            }
        }
        if self.is_cut {
            let number = self.first_line;
            audited.unreadable.push((number, format!("line {number}: expected at most {LONGEST} bytes")));
        }
        audited
    }
}

/// Audits a register by so many threads, and gives what comes of it to `take`, in the order of its lines. Holds a few blocks
/// a thread, however long the register is.
pub fn audited<E: From<io::Error>>(
    input: impl BufRead + Send,
    law: Option<&Law>,
    threads: usize,
    mut take: impl FnMut(Audited) -> Result<(), E>,
) -> Result<(), E> {
    let blocks = Mutex::new(Blocks { input, begun: Vec::new(), next: 0, line: 1 });
    std::thread::scope(|scope| {
        let (sender, results) = sync_channel(threads * 2);
        for _ in 0..threads {
            let (sender, blocks) = (sender.clone(), &blocks);
            scope.spawn(move || work(blocks, law, &sender));
        }
        drop(sender);
        // What came before its turn.
        let (mut early, mut next) = (BTreeMap::new(), 0);
        for result in results {
            let (number, audited) = result?;
            early.insert(number, audited);
            while let Some(audited) = early.remove(&next) {
                take(audited)?;
                next += 1;
            }
        }
        Ok(())
    })
}

type Sent = io::Result<(u64, Audited)>;

/// Reads and audits block after block, until there is none or nobody takes what comes of them.
fn work<R: BufRead>(blocks: &Mutex<Blocks<R>>, law: Option<&Law>, sender: &SyncSender<Sent>) {
    loop {
        let block = blocks.lock().unwrap_or_else(PoisonError::into_inner).next();
        let sent = match block {
            Ok(None) => return,
            Ok(Some(block)) => sender.send(Ok((block.number, block.audited(law)))),
            Err(error) => sender.send(Err(error)),
        };
        if sent.is_err() {
            return;
        }
    }
}
