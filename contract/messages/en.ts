import { alarmsEn } from "./alarms-en.ts";
import { booksEn } from "./books-en.ts";
import { bulletinsEn } from "./bulletins-en.ts";
import { definitionsEn } from "./definitions-en.ts";
import { developmentEn } from "./development-en.ts";
import { fieldsEn } from "./fields-en.ts";
import { filesEn } from "./files-en.ts";
import { formulasEn } from "./formulas-en.ts";
import { identityEn } from "./identity-en.ts";
import { listsEn } from "./lists-en.ts";
import { membersEn } from "./members-en.ts";
import { organizationEn } from "./organization-en.ts";
import { plansEn } from "./plans-en.ts";
import { recordsEn } from "./records-en.ts";
import { reorganizationEn } from "./reorganization-en.ts";
import { rosterEn } from "./roster-en.ts";
import { standardsEn } from "./standards-en.ts";
import { unitsEn } from "./units-en.ts";
import { votesEn } from "./votes-en.ts";
import type { RefusalCode } from "./zh-CN.ts";

/** Every refusal in English: what happened and what to do. `{name}` is filled with a value. */
export const en: Record<RefusalCode, string> = {
  not_found: "Not found, or outside what you may see. Check the address, or ask an administrator for access.",
  "access.not_allowed": "Your role can't do this. If you need it, ask the security administrator.",
  "access.csrf": "The page is out of date. Reload it and try again; what you typed is kept.",
  "sign_in.needed": "Please sign in first.",
  "sign_in.wrong": "The sign-in name or the password is wrong. Five wrong attempts lock the account for 15 minutes.",
  "sign_in.locked": "Too many wrong passwords. Try again in {minutes} minutes, or ask the system administrator.",
  "sign_in.group_needed": "This system serves several groups. Please give the group's code.",
  "live.too_many":
    "Too many pages are open at once, so this one doesn't refresh by itself. Close some, or reload later.",
  "token.invalid": "The token is wrong, expired or revoked. Make a new one on the page “Me”.",
  "token.expiry_out_of_range": "A token ends between tomorrow and one year from now. Choose another day.",
  "setup.already_done": "The system is already set up. Please sign in.",
  "setup.founded_in_future": "That day is after today ({today}). Give the day on which it was set up.",
  "setup.administrators_not_three":
    "System, security and audit administrator are three different people. Use three different sign-in names.",
  "password.too_short": "A password has at least {minimum} characters. Make it longer.",
  "password.too_long": "A password has at most {maximum} characters. Make it shorter.",
  "password.too_simple": "Use at least {classes} of: capital letters, small letters, digits, signs.",
  "password.contains_sign_in_name": "The password can't contain the sign-in name. Choose another.",
  "password.used_before": "The last {history} passwords can't be used again. Choose another.",
  "password.current_wrong": "The current password is wrong. Type it again.",
  "password.expired": "The password is too old or was for one use. Change it first.",
  "account.name_taken": "The sign-in name “{name}” is taken. Choose another.",
  "account.last_administrator": "This is the last administrator of the kind. Appoint another one first.",
  "grant.date_invalid": "There is no such day. Write it as year-month-day.",
  "grant.end_before_start": "The end {to} is before the start {from}. Correct one of them.",
  "grant.supervisor_needs_end": "A supervisor's grant needs an end date. Please give one.",
  "grant.already_held": "The account already has this role there in that time.",
  "grant.administrators_exclude_each_other": "The three administrators exclude each other. Choose another account.",
  "grant.administrator_holds_no_business_role":
    "An administrator's account holds no business role. Open another account.",
  "organization.code_taken": "The code “{code}” is taken. Choose another.",
  "organization.date_invalid": "There is no such day. Write it as year-month-day.",
  "organization.end_before_start": "The organisation would end before it starts. Correct the dates.",
  "organization.parent_missing": "This kind of organisation needs a parent. Choose one.",
  "organization.kind_not_under_parent": "This kind can't stand under that parent. Choose another parent or kind.",
  "organization.older_than_parent":
    "It would start on {from}, before its parent ({parentFrom}). Give that day or a later one.",
  "organization.restricted_above":
    "The parent is restricted, so the mark can't be lifted here alone. Lift it there first.",
  "organization.parent_ended": "The parent ended on {parentTo}. Choose another.",
  "organization.neutral_name_unneeded":
    "Only a restricted organisation has a neutral name. Remove it when lifting the mark.",
  "organization.parent_not_found":
    "There is no such organisation above, or it isn't within your rights. Choose another.",
  "organization.moved_below_itself":
    "An organisation can't stand below itself or below one of its own. Choose another parent.",
  "organization.period_closed":
    "{month} is published for objections or closed; nothing may change from then on. Choose another day.",
  "organization.change_in_future": "The day is after today ({today}). Enter it on the day itself or later.",
  "organization.before_start": "The day is before the organisation was set up ({from}). Change it.",
  "organization.ended": "The organisation ended on {to} and can't be changed any more. Check organisation and day.",
  "organization.changed_later":
    "Something changes on {date} already; a change can't begin before that. Choose another day.",
  "organization.nothing_changes": "It is the same as now: there is nothing to change.",
  "organization.last_administrator":
    "The last administrator of a kind has the right on this organisation, so it can't end. Appoint another one first.",
  "organization.top_stays": "The topmost organisation can't be ended.",
  "organization.children_left":
    "There are still organisations below ({count}). Move or end them first, or do all of it as one re-organisation.",
  "organization.members_left":
    "There are still members ({count}). Transfer them first, or do all of it as one re-organisation.",
  "organization.transfers_left": "Transfers of members are still open ({count}). Settle them first.",
  "organization.bound_to_missing": "Say for which project or task it is set up.",
  "organization.not_bound": "Only project and temporary branches name a project or task. Remove it.",
  "person.not_a_branch": "A member belongs to a branch. Choose a branch.",
  "person.group_of_another_branch": "That Party group belongs to another branch. Choose another group.",
  "person.before_organization": "The day is before the branch was set up ({from}). Correct it.",
  "person.number_taken": "Somebody has this number already. Check the number.",
  "person.date_in_future": "The day lies after today ({today}). Correct it.",
  "person.standing_before_joining":
    "Party standing can't count from before the day of joining. Please check both days.",
  "person.joined_before_birth": "The day of joining isn't after the day of birth. Check both.",
  "appointment.end_too_late": "The appointment ends on {validTo}; it can only end earlier. Correct the day.",
  "person.identity_number_invalid":
    "The identity number is wrong: 18 places with a right day of birth and check digit. Correct it.",
  "person.identity_number_taken":
    "This identity number is entered for another person. Check it, or ask the organisation department above.",
  "appointment.post_not_in_kind": "This organisation has no such post. Choose another organisation or post.",
  "appointment.full_member_only": "This post is for full members. Choose another person.",
  "appointment.not_a_member": "The person isn't a member of this branch on that day. Enter the membership first.",
  "appointment.before_organization": "The organisation begins only on {from}. Choose a day from then on.",
  "appointment.after_organization": "The organisation ends on {to}. Let the appointment end on that day or before.",
  "appointment.held_already": "The person has this post there from {from} on already. Check the days.",
  "appointment.end_before_start": "The appointment would end before it starts. Correct the dates.",
  "record.date.in_future": "{date} has not come yet. Give the day it took place, and record it afterwards.",
  "record.date.outside_obligation":
    "Nothing of this type is owed on {date}; the possible days are {from} to {to}. Check the day or the type.",
  "record.date.not_a_day": "There is no such day in the calendar. Write it as year-month-day.",
  "record.template.missing": "Choose at least one type of record.",
  "record.group.missing": "A Party group meeting needs its group. Choose one.",
  "record.attendee.not_expected":
    "Somebody in the list is not expected at this event. Enter the person as sitting in (列席), or choose another type.",
  "record.attendance.nobody_expected": "Nobody was expected on that day. Check the day, or enter the members first.",
  "discharge.no_obligation": "nothing of this type is owed on that day",
  "discharge.on_occasion": "held when there is occasion: nobody owes it by a date",
  "discharge.already_discharged": "this period's duty was done before; this is kept as a further record",
  "discharge.waived": "this period's duty was waived",
  "discharge.after_deadline": "the deadline has passed and no extension was approved",
  "discharge.blocking_item_missing": "a required element is missing, so it can't count as done yet",
  "record.attendee.not_member":
    "Somebody in the list was not a member of this branch on that day. Enter the person as sitting in (列席).",
  "record.attendee.twice": "The same person is in the list twice. Remove one line.",
  "record.attendance.incomplete":
    "{missing} people have no mark yet. Tap “all present” first, then those who were not there.",
  "record.absence.reason_missing": "Leave and absence need a reason. Please add it.",
  "record.text.too_long": "The text has {written} characters, at most {maximum}. Please shorten it.",
  "record.text.control_characters":
    "The text holds invisible control characters. Clear its formatting and paste it again.",
  "record.time.end_before_start": "It would end before it starts. Correct the times.",
  "record.template_unknown": "There is no such type of record. Choose one from the list.",
  "record.subject_not_here": "That Party group belongs to another branch. Choose another.",
  "record.late_reason_missing":
    "The books of {month} are closed: say why it is entered only now. It will count as an adjustment.",
  "record.file_unknown":
    "One photograph did not arrive. Upload it again or leave it out; photographs are never required.",
  "board.not_public": "This board is not open yet, or the organisation is not on it.",
  "score.period_too_short": "This scheme scores longer periods. Choose a quarter, a half-year or a year.",
  "score.none_yet": "There is no score for this period yet: nothing was due or done.",
  "period.not_open": "{period} isn't open, so its publicity can't start.",
  "period.already_closed": "{period} is closed already. To change something, reopen it first.",
  "period.grace_days":
    "After {period} there are {days} days for late entries. It can end from {from} on; come back then.",
  "period.sub_period_open": "{open} isn't closed yet, so {period} can't end. Close {open} first.",
  "period.leaves_pending":
    "{count} figures of {period} are still missing. Deliver each, or settle it as a value, not applicable or zero, with a reason.",
  "period.in_publicity": "{period} is in publicity until {to}. It can be closed after that day.",
  "period.vetoes_waiting": "{count} vetoes wait for a decision. Confirm or dismiss each of them before closing.",
  "period.disputes_open": "{count} disputes wait for an answer. Answer them first.",
  "period.not_closed": "{period} isn't closed, so there is nothing to reopen.",
  "period.reason_missing": "Reopening needs a reason. Please add it.",
  "period.longer_not_open":
    "{longer} has ended its entries, so {period} in it can't be reopened. Reopen {longer} first.",
  "board.in_trial":
    "The board of {period} is a trial and was never in publicity. Start its publicity, publish it after.",
  "board.in_publicity": "The board is in publicity until {to}. It can be published after that day.",
  "board.disputes_open": "{count} disputes about this board wait for an answer. Answer them first.",
  "board.veto_waiting": "{count} vetoes wait for a person. Confirm or dismiss each of them first.",
  "board.already_published": "The board of {period} is published and stays as it is.",
  "board.of_persons": "A scheme about persons has no rank and no board.",
  "board.grade_unknown": "The scheme has no grade “{grade}”. Choose one of its grades.",
  "board.grade_above_cap": "{organization} has a confirmed veto that allows no better grade. Choose another grade.",
  "board.grade_reason_missing": "The grade of {organization} differs from the suggested one. Give the reason.",
  "settlement.period_not_open":
    "The entries of {period} have ended, so nothing is settled any more. Open it again first.",
  "settlement.period_running": "{period} runs until {to} and its data may still come. Settle it afterwards.",
  "settlement.leaf_not_pending": "This line isn't pending, so there is nothing to settle. Reload the page.",
  "settlement.already_settled": "This line has already been settled so for this period. Reload the page.",
  "settlement.value_missing": "Give the indicator's value, or choose not applicable or zero.",
  "settlement.value_not_needed": "Not applicable and zero need no value. Leave it out.",
  "veto.not_triggered": "This veto isn't triggered for the organisation in this period, so there is nothing to decide.",
  "veto.period_closed": "{period} is closed and its vetoes stay as they are. Reopen it first to decide one.",
  "veto.already_decided": "This veto has been decided for this period. Reload the page.",
  "board.scheme_not_in_force":
    "The organisation doesn't use this scheme in this period. Choose another scheme or period.",
  "board.nobody_on_it":
    "No organisation of this class can stand on a board of this period. Choose another class or period.",
  "dispute.fact_not_of_line": "An answer corrects only what the disputed line counts. Leave the other entries out.",
  "dispute.not_in_publicity": "A dispute can be raised only while the scores are in publicity.",
  "dispute.line_unknown": "The score has no such line. Choose a line of the score.",
  "dispute.fact_unknown": "The entry isn't one of this line. Choose another.",
  "dispute.already_open": "A dispute about this line waits for its answer; one is enough.",
  "dispute.reason_missing": "A dispute needs a reason. Please add it.",
  "dispute.not_open": "The dispute was answered and stays as it is.",
  "dispute.own_answer": "Somebody else has to answer a dispute that you raised.",
  "dispute.answer_missing": "A dispute that is rejected needs an answer in words. Please add it.",
  "dispute.nothing_changed": "A dispute that is upheld reverses or corrects at least one entry. Choose which.",
  "dispute.rejected_changes_nothing":
    "A dispute that is rejected changes no entry. Leave the changes out, or uphold it.",
  "dispute.fact_reversed": "The entry was reversed before and can't be reversed twice.",
  "dispute.leaf_would_be_pending":
    "This would leave a line without data, and the period could not be closed. Change the figure to the right one (0 counts too) instead of only taking it away; or close the period, reopen it and deliver or settle the line there.",
  "dispute.outside_period":
    "A corrected entry belongs to this organisation and to a day from {from} to {to}. Change it.",
  "draft.none": "There is no draft of “{code}”. Begin one first.",
  "what_if.not_sound": "{count} places of the changed scheme are wrong, so it was not tried. Correct each of them.",
  "what_if.no_past_period": "No period between {from} and {to} has ended yet. Choose months in the past.",
  "what_if.other_cadence":
    "The changed scheme has periods of another length than the one that stands. Keep the length to compare them.",
  "draft.changed_meanwhile":
    "Somebody else has saved revision {revision}; your change was not saved. Copy your text, open the draft again and change it there.",
  "draft.not_text": "The text holds characters that can't be kept. Remove them and save again.",
  "draft.unreadable": "Line {line} can't be read. Correct it as YAML or JSON.",
  "draft.not_publishable": "{count} places are wrong, so the draft was not published. Correct each of them.",
  "draft.code_differs": "The code must be that of the draft: “{code}”.",
  "adoption.version_unknown":
    "There is no version {version} of “{code}” to use here. Choose one from the list of schemes.",
  "adoption.not_assessing":
    "An organisation of this kind assesses nobody. Use schemes at a leading group, a committee or a general branch.",
  "adoption.not_a_period": "The day must be the first of a period; the nearest is {from}.",
  "adoption.version_too_new": "This version is valid from {from}. Choose a later day or another version.",
  "adoption.not_within_above":
    "The organisation above uses version {version}; here only that one or an adaptation of it can be used.",
  "adoption.none_here":
    "The organisation has no adoption of “{code}” of its own on {from}, so there is nothing to end.",
  "adoption.newer_adopted":
    "The organisation has decided anew from {from} on, so the adoption can't end before. Choose a period after it.",
  "adoption.period_closed":
    "The entries of {period} have ended, so its scheme can't change. Choose a later period, or open that one again first.",
  "measure.wrong_entries": "{count} entries are wrong, so nothing was taken in. Correct each and deliver again.",
  "measure.metric_missing": "The code of the figure is missing. Please add it.",
  "measure.metric_unknown": "No indicator reads “{metric}”. Choose a code from the list.",
  "measure.outside_month": "{date} doesn't lie in {month}. Correct the day, or deliver it for its own month.",
  "measure.in_future": "{date} has not come yet. Correct the day.",
  "measure.below_zero": "A figure of this kind can't be below zero.",
  "measure.base_not_positive": "The base must be above zero.",
  "measure.severity_missing": "A finding needs its severity. Please add it.",
  "measure.review_incomplete":
    "A review's result needs the name of the review and the number of ballots. Please add them.",
  "measure.organization_unknown": "There is no organisation “{organization}” within your reach. Check the code.",
  "measure.organization_not_then": "{organization} did not exist in {month}. Please check.",
  "measure.organization_not_scored":
    "{organization} is a Party group and not scored by itself. Deliver for its branch.",
  "measure.organization_twice": "{organization} stands there twice. Put both together.",
  "measure.organization_name_differs": "Code and name don't match: the code is that of “{name}”. Please check.",
  "measure.figure_twice": "The same figure stands there twice. If these are two events, tell them apart in the note.",
  "measure.red_line":
    "Red line: figures about “{word}” are not taken in (rule {rule}). Deliver facts of the work itself.",
  "measure.figure_unknown": "There is no such delivered figure. Choose one of those that were delivered.",
  "measure.figure_reversed": "The figure was corrected or taken back before. Reload, and choose again.",
  "measure.figure_unchanged": "The figure would stay as it is: there is nothing to correct.",
  "measure.in_publicity":
    "{period} is in publicity: figures are corrected only by a dispute. The organisation raises one, or wait until the publicity has ended.",
  "measure.nothing_delivered": "The source delivered nothing for {month}, so there is nothing to take back.",
  "measure.month_in_future": "{month} has not begun. Deliver for a month that has.",
  "workbook.empty": "No file has arrived. Choose the workbook again.",
  "workbook.too_large": "The file is larger than {megabytes} MB. Remove what doesn't belong to it.",
  "workbook.password_protected": "The file has a password. Save it without one and choose it again.",
  "workbook.old_format": "This is the old format (.xls). Save it as .xlsx and choose it again.",
  "workbook.not_xlsx": "This is no workbook (.xlsx). Fill in the one that can be downloaded.",
  "workbook.damaged": "The file is damaged. Open it, save it under another name and choose that.",
  "workbook.bomb": "Unpacked, the file is too large to be read. Fill in the workbook that can be downloaded.",
  "workbook.too_many_rows": "A sheet has at most {most} rows. Deliver in several parts.",
  "workbook.sheet_missing": "The sheet “{sheet}” is missing. Fill in the workbook that can be downloaded.",
  "workbook.column_missing":
    "The column “{column}” of the sheet “{sheet}” is missing. Fill in the workbook that can be downloaded.",
  "workbook.column_unknown": "The column “{column}” is not known or stands there twice. Remove it.",
  "workbook.column_misnamed":
    "The column “{column}” is not known or stands there twice. These weren't found: {missing}. Correct its name, or remove it if it isn't needed.",
  "workbook.nothing_delivered":
    "There are neither figures nor receipts. For a report of nothing write the organisation's code on the sheet of receipts.",
  "workbook.cell.formula": "The cell holds a formula. Replace it by its value.",
  "workbook.cell.merged": "The cell is merged. Undo that and fill in each row.",
  "workbook.cell.hidden": "The cell is in a hidden row, column or sheet. Show it, check it and deliver again.",
  "workbook.cell.error": "The cell holds an error. Correct it.",
  "workbook.cell.true_or_false": "The cell holds true or false. Write a text or a number.",
  "workbook.cell.too_precise":
    "The number has more than 15 digits, which the workbook doesn't keep exactly. Make the cell a text and write it again.",
  "workbook.cell.has_time": "Only a day belongs here. Remove the time.",
  "workbook.cell.full_width": "The digits are full-width. Write plain digits.",
  "workbook.cell.not_a_number":
    "This is no number: at most 12 digits before and 8 after the point, no unit, no thousands comma.",
  "workbook.cell.not_a_date": "This is no day. Write it like 2026-03-05.",
  "workbook.cell.date_not_in_calendar": "There is no such day in the calendar.",
  "workbook.cell.control_characters": "The text holds invisible characters. Remove them and write it again.",
  "workbook.cell.too_long": "The text is too long. Shorten it.",
  "workbook.cell.not_a_code":
    "A code has letters, digits, “-” and “_”, begins with a letter or digit, and is at most 40 long. Please change it.",
  "workbook.cell.not_text":
    "This cell was kept as a number and may have lost its last digits. Make the cell text and type it again.",
  "workbook.cell.not_an_identity_number":
    "This is no identity number: it has 18 places, with a true day of birth and check digit. Please check it.",
  "workbook.cell.not_a_telephone_number": "This is no mobile number. Please give its 11 digits.",
  "workbook.cell.not_a_choice": "This isn't one of the choices. Please take one of: {choices}.",
  "workbook.cell.not_a_time": "This isn't a time of day. Write it like 14:30.",
  "judge.end_before_start": "The last day lies before the first, {from}.",
  "judge.indicator_not_judged": "The indicator “{indicator}” is not given by judges. Choose another.",
  "judge.account_cannot": "This account holds no role that judges here. Choose another, or have it granted first.",
  "judge.named_already": "This account judges the indicator in that time already.",
  "judge.not_named": "This account doesn't judge the indicator now, so there is nothing to end.",
  "judgement.period_unknown": "There is no period “{period}”. Write 2026-03, 2026-Q1, 2026-H1 or 2026.",
  "judgement.own_organization": "Nobody judges the organisation he stands at himself.",
  "judgement.not_named": "You are not a judge of “{indicator}” here at present.",
  "judgement.role_differs": "Points are booked under the role that makes you a judge. Check who is named as the judge.",
  "judgement.given_already":
    "You have given points for “{indicator}” here in this period already. Change your earlier points in the correction.",
  "judgement.period_not_begun": "{period} has not begun. Judge it then.",
  "judgement.line_not_used": "No scheme in use for the organisation in {period} asks for “{indicator}”.",
  "judgement.points_out_of_range": "The points must lie between 0 and {most}.",
  "idempotency.key_missing":
    "The request needs an Idempotency-Key (8 to 100 letters, digits, - or _). Make one for each submission.",
  "idempotency.key_reused": "This submission number was used for other content. Reload the page and submit again.",
  "request.invalid": "Something is not filled in rightly. Correct the fields named.",
  "request.malformed_json": "The request is not complete JSON. Nothing was changed; send it again.",
  "request.body_too_large":
    "Too large: photographs up to 50 MB, other requests up to 1 MB. Make it smaller and try again.",
  "request.media_type": "This content type isn't taken. Use application/json, or image/* for photographs.",
  "request.date_not_in_calendar": "There is no such day in the calendar. Correct it.",
  "request.field.missing": "Required. Please fill it in.",
  "request.field.wrong_type": "Wrong type: {expected} is expected.",
  "request.field.wrong_value": "Not one of the possible values. Correct it.",
  "request.field.too_short": "At least {least} characters.",
  "request.field.too_long": "At most {most} characters.",
  "request.field.too_small": "Not less than {least}.",
  "request.field.too_big": "Not more than {most}.",
  "request.field.unknown": "There is no such field. Leave it out.",
  "configuration.unknown_name": "There is no such setting ({source}). Did you mean {nearest}?",
  "configuration.wrong_value": "“{value}” is no possible value ({source}); expected: {expects}.",
  "configuration.goes_with": "It is needed because {other} is set.",
  "configuration.file_unreadable": "The file of settings {file} can't be read ({reason}).",
  "configuration.bad_line": "Line {line} of {file} is not NAME=value. Correct it.",
  "configuration.calendar_wrong": "The calendar of public holidays {file} can't be used ({reason}).",
  "configuration.keys_inside_data":
    "The key file {file} may not lie inside the data folder {folder}. Choose another place.",
  "server.fault":
    "Something went wrong here and nothing was changed. Try again later; if it stays, tell the administrator the number.",
  "server.unavailable":
    "The system is recovering and nothing was changed. Try again in a few seconds; what you typed is kept.",
  ...organizationEn,
  ...identityEn,
  ...membersEn,
  ...booksEn,
  ...bulletinsEn,
  ...fieldsEn,
  ...filesEn,
  ...formulasEn,
  ...alarmsEn,
  ...listsEn,
  ...definitionsEn,
  ...developmentEn,
  ...votesEn,
  ...plansEn,
  ...recordsEn,
  ...reorganizationEn,
  ...rosterEn,
  ...standardsEn,
  ...unitsEn,
};
