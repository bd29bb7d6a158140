import { type Route, read, write } from "../../../platform/http/route.ts";
import { changePerson } from "./change-person.ts";
import { endAppointment } from "./end-appointment.ts";
import { changeMemberState, disposeOfMember } from "./enter-state.ts";
import { getPerson } from "./get-person.ts";
import { listDispositions } from "./list-dispositions.ts";
import { listPeople } from "./list-people.ts";
import { getPrivateFields, readPrivateFields } from "./read-private.ts";
import { setEmployment } from "./set-employment.ts";
import { setPrivateFields } from "./set-private.ts";
import { endTag, noteContact, tagMember } from "./tags.ts";
import { acknowledgeTransfer } from "./transfers/acknowledge-transfer.ts";
import { issueTransfer } from "./transfers/issue-transfer.ts";
import { listTransfers } from "./transfers/list-transfers.ts";
import { receiveFromOutside } from "./transfers/receive-from-outside.ts";
import { returnTransfer } from "./transfers/return-transfer.ts";
import { endVoterExclusion, listVoterExclusions, setVoterExclusion } from "./voter-exclusions.ts";
import { endVotingImpediment, listVotingImpediments, setVotingImpediment } from "./voting-impediments.ts";

export const peopleRoutes: Route[] = [
  read("listPeople", listPeople),
  read("getPerson", getPerson),
  write("changePerson", changePerson, ({ params, body }) => ({ ...body, ...params })),
  write("setEmployment", setEmployment, ({ params, body }) => ({ ...body, ...params })),
  write("endAppointment", endAppointment, ({ params, body }) => ({ ...body, ...params })),
  read("getPrivateFields", getPrivateFields),
  write("readPrivateFields", readPrivateFields, ({ params, body }) => ({ ...body, ...params })),
  write("setPrivateFields", setPrivateFields, ({ params, body }) => ({ ...body, ...params })),
  write("changeMemberState", changeMemberState, ({ params, body }) => ({ ...body, ...params })),
  write("disposeOfMember", disposeOfMember, ({ params, body }) => ({ ...body, ...params })),
  read("listDispositions", listDispositions),
  write("tagMember", tagMember, ({ params, body }) => ({ ...body, ...params })),
  write("endTag", endTag, ({ params, body }) => ({ ...body, ...params })),
  write("noteContact", noteContact, ({ params, body }) => ({ ...body, ...params })),
  read("listVoterExclusions", listVoterExclusions),
  write("setVoterExclusion", setVoterExclusion, ({ params, body }) => ({ ...body, ...params })),
  write("endVoterExclusion", endVoterExclusion, ({ params, body }) => ({ ...body, ...params })),
  read("listVotingImpediments", listVotingImpediments),
  write("setVotingImpediment", setVotingImpediment, ({ params, body }) => ({ ...body, ...params })),
  write("endVotingImpediment", endVotingImpediment, ({ params, body }) => ({ ...body, ...params })),
  read("listTransfers", listTransfers),
  write("issueTransfer", issueTransfer, ({ params, body }) => ({ ...body, ...params })),
  write("acknowledgeTransfer", acknowledgeTransfer, ({ params, body }) => ({ ...body, ...params })),
  write("receiveFromOutside", receiveFromOutside, ({ params, body }) => ({ ...body, ...params })),
  write("returnTransfer", returnTransfer, ({ params, body }) => ({ ...body, ...params })),
];
