import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLine } from "./connection.ts";
import { gather } from "./gather.ts";

class Source extends EventTarget {
  static opened: Source[] = [];
  readonly url: string;
  closed = false;
  constructor(url: string) {
    super();
    this.url = url;
    Source.opened.push(this);
  }
  close() {
    this.closed = true;
  }
  say(event: string, data = "{}") {
    this.dispatchEvent(new MessageEvent(event, { data }));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const said: string[] = [];
let stop: () => void;
const last = () => Source.opened.at(-1) as Source;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  Source.opened = [];
  said.length = 0;
  stop = openLine({
    changed: ({ topic }) => said.push(topic),
    missed: () => said.push("missed"),
    sessionChanged: () => said.push("session"),
    state: (state) => said.push(state),
  });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a shown page listens and is told", () => {
  expect(last().url).toBe("/api/v1/events");
  last().say("hello");
  last().say("changed", '{"topic":"duties","organizations":null,"month":null}');
  expect(said).toEqual(["live", "duties"]);
});

test("a hidden tab has no line; shown again, it looks for what it missed", () => {
  last().say("hello");
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(3_600_000);
  expect(Source.opened.length).toBe(1);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  last().say("hello");
  expect([Source.opened.length, said]).toEqual([2, ["live", "off", "live", "missed"]]);
});

test("a broken line is tried again ever more rarely, at last once a minute", () => {
  const tries = [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000];
  for (const pause of tries) {
    const before = Source.opened.length;
    last().say("error");
    vi.advanceTimersByTime(pause - 1);
    expect(Source.opened.length).toBe(before);
    vi.advanceTimersByTime(1);
    expect(Source.opened.length).toBe(before + 1);
  }
  last().say("hello");
  last().say("error");
  vi.advanceTimersByTime(2000);
  expect(Source.opened.length).toBe(tries.length + 2);
});

test("other rights open another line; a session that is over opens none", () => {
  last().say("again");
  vi.advanceTimersByTime(2000);
  expect([Source.opened.length, said]).toEqual([2, ["waiting", "session"]]);
  last().say("over");
  vi.advanceTimersByTime(3_600_000);
  expect([Source.opened.length, said.slice(2)]).toEqual([2, ["off", "session"]]);
});

test("changes are handed on together, the first at once, the next two seconds later", () => {
  const handed: number[] = [];
  const { add } = gather((changes) => handed.push(changes.length));
  const change = { topic: "duties", organizations: ["a"], month: null } as const;
  add(change);
  vi.advanceTimersByTime(0);
  for (let i = 0; i < 5; i += 1) add(change);
  vi.advanceTimersByTime(1999);
  expect(handed).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(handed).toEqual([1, 5]);
});

test("what concerns everybody is asked for by each page at a moment of its own", () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const handed: number[] = [];
  const { add } = gather((changes) => handed.push(changes.length));
  add({ topic: "scores", organizations: null, month: null });
  vi.advanceTimersByTime(2499);
  expect(handed).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(handed).toEqual([1]);
});
