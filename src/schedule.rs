//! Every background job, one line each.

use crate::jobs::Job;
use crate::{callbacks, duplicates, imports, mail, reminders, staff, tasks, transfers};
use chrono::TimeDelta;

const MINUTE: TimeDelta = TimeDelta::minutes(1);
const HOUR: TimeDelta = TimeDelta::hours(1);
const DAY: TimeDelta = TimeDelta::days(1);

pub static JOBS: &[Job] = &[
    Job { name: "password-requests", every: MINUTE, run: staff::password_requests::answer_all },
    Job { name: "old-password-requests", every: HOUR, run: staff::password_requests::forget_old },
    Job { name: "expired-mails", every: MINUTE, run: mail::secrets::give_up_expired },
    Job { name: "leavers-mails", every: MINUTE, run: staff::leavers::keep_mails_back },
    Job { name: "ladder", every: MINUTE, run: callbacks::ladder::run },
    Job { name: "missing-reminders", every: HOUR, run: tasks::due::catch_up },
    Job { name: "reminders", every: MINUTE, run: reminders::run },
    Job { name: "duplicates", every: MINUTE, run: duplicates::look::run },
    Job { name: "old-merges", every: DAY, run: duplicates::forget::run },
    Job { name: "register-refresh", every: HOUR, run: imports::schedule::run },
    Job { name: "old-register-changes", every: DAY, run: imports::changes::forget },
    Job { name: "old-transfers", every: HOUR, run: transfers::forget },
];
