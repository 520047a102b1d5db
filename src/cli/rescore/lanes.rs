//! Judging many attempts anew on all cores. What comes of each is handed on in the order of the attempts, and only the few that
//! are being judged are in memory.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use uuid::Uuid;

use crate::attempt::Attempt;
use crate::attempt::rescore::{Before, Present, Rescorer};
use crate::cli::context::Context;
use crate::cli::rescore::is_current;
use crate::content::Library;
use crate::sitting::Shelf;
use crate::store::Store;

/// What comes of an attempt.
pub enum Anew {
    /// The present rubrics have judged it already.
    Current,
    /// None of its answers can be judged any more.
    Gone,
    /// It cannot be read, for this reason.
    Unread(String),
    /// As the present rubrics judge it, and how it was judged until now.
    Judged(Box<(Attempt, Before)>),
}

/// Judges attempts, each lane every so-many-th of them, and hands on what came of each. Nothing is stored here.
///
/// # Errors
/// The data file cannot be read, or what came of an attempt could not be taken; the others are left alone then.
pub fn judge(
    context: &Context,
    library: &Library,
    ids: &[Uuid],
    mut take: impl FnMut(Uuid, Anew) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let lanes = thread::available_parallelism().map_or(1, usize::from).min(ids.len());
    let rescorer = &Rescorer::new(library);
    thread::scope(|scope| {
        let start = |lane| {
            let (sender, judged) = sync_channel(1);
            scope.spawn(move || run(context, rescorer, ids.iter().skip(lane).step_by(lanes), &sender));
            judged
        };
        let judged: Vec<_> = (0..lanes).map(start).collect();
        // A lane that nobody waits for any more ends by itself.
        ids.iter().zip(judged.iter().cycle()).try_for_each(|(id, lane)| take(*id, lane.recv()??))
    })
}

fn run<'a>(
    context: &Context,
    rescorer: &Rescorer<'_>,
    ids: impl Iterator<Item = &'a Uuid>,
    sender: &SyncSender<anyhow::Result<Anew>>,
) {
    let mut desk = match context.store() {
        Ok(store) => Desk { store, shelf: Shelf::default(), rescorer },
        Err(error) => return drop(sender.send(Err(error))),
    };
    for id in ids {
        if sender.send(desk.judge(*id)).is_err() {
            return;
        }
    }
}

/// Where a lane works.
struct Desk<'a> {
    store: Store,
    shelf: Shelf,
    rescorer: &'a Rescorer<'a>,
}

impl Desk<'_> {
    fn judge(&mut self, id: Uuid) -> anyhow::Result<Anew> {
        if is_current(&self.store, self.rescorer, id)? {
            return Ok(Anew::Current);
        }
        let attempt = match self.shelf.load(&self.store, id) {
            Ok(attempt) => attempt,
            Err(error) => return Ok(Anew::Unread(error.to_string())),
        };
        let Present { attempt, gone, before } = self.rescorer.present(attempt);
        Ok(match before {
            None => Anew::Current,
            Some(_) if gone.len() == attempt.answered() => Anew::Gone,
            Some(before) => Anew::Judged(Box::new((attempt, before))),
        })
    }
}
