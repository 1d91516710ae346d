import { z } from "zod";
import { parseDuration } from "../../time/duration.ts";
import { durationSetting } from "../settings/duration-setting.ts";
import { type Read, readDateReference, readLogReference } from "./references.ts";

function referenceText(read: (text: string) => Read<unknown>) {
  return z.string().superRefine((text, context) => {
    const result = read(text);
    if (result.state === "invalid") {
      context.addIssue({ code: "custom", message: result.message });
    }
  });
}

const dateText = referenceText(readDateReference);

function date(description: string) {
  return z
    .union([
      dateText,
      z.strictObject({
        date: dateText.describe("Where the date stands"),
        happened: z
          .literal(true)
          .describe("The date says that something happened: one after today fails"),
      }),
    ])
    .describe(description);
}

const log = referenceText(readLogReference)
  .optional()
  .describe(
    "Where the dated entries stand: `#Heading`, a markdown file (`docs/reviews.md#2026`), a data file (`reviews.yml#held`), a CSV file or a list in the front matter; without it the gate's section",
  );

const forms = {
  deadline: date("A day; after it the rule fails").optional(),
  duration: z
    .strictObject({
      start: date("First day"),
      end: date("Last day; without it the time runs until today").optional(),
      min: durationSetting("The least it may take").optional(),
      max: durationSetting("The most it may take").optional(),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, {
      error: "give `min`, `max` or both",
    })
    .refine(({ min = "", max = "" }) => !isLonger(min, max), {
      error: "`min` is longer than `max`",
      path: ["min"],
    })
    .optional()
    .describe("The time between two days is in range"),
  sequence: z
    .array(date("A day, not before the one above it"))
    .min(2)
    .optional()
    .describe("Days that are in this order; two of them may be the same"),
  cadence: z
    .strictObject({
      log,
      every: durationSetting("The most that may lie between two entries, the newest and today"),
      grace: durationSetting("How much later an entry may come with a warning").optional(),
      since: date("The day the cadence begins; before it the rule holds").optional(),
      intervals: z
        .number()
        .int()
        .positive()
        .default(1)
        .describe("How many of the last intervals are judged, the running one included"),
    })
    .optional()
    .describe("A log has an entry at least so often"),
  due: z
    .strictObject({
      event: date("The day from which the time runs; before it the rule holds"),
      within: durationSetting("How long there is to do it"),
      done: date("The day on which it is done, or planned").optional(),
      log,
    })
    .refine(({ done, log }) => done === undefined || log === undefined, {
      error: "`done` and `log` exclude each other",
      path: ["log"],
    })
    .optional()
    .describe("Something is done, or planned, within a time after an event"),
};

/** Asked even of texts that are no durations: those are told as that. */
function isLonger(a: string, b: string): boolean {
  const [first, second] = [parseDuration(a), parseDuration(b)];
  return first !== null && second !== null && first > second;
}

const FORMS = Object.keys(forms) as (keyof typeof forms)[];

export const scheduleOptions = z
  .strictObject({
    heading: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe("Heading of the section that holds the table or the log"),
    ...forms,
  })
  .superRefine((options, context) => {
    const given = FORMS.filter((form) => options[form] !== undefined);
    if (given.length === 1) return;
    const names = FORMS.map((form) => `\`${form}\``).join(", ");
    context.addIssue({
      code: "custom",
      ...(given[1] === undefined ? {} : { path: [given[1]] }),
      message: `give exactly one of ${names}`,
    });
  });

export type ScheduleOptions = z.output<typeof scheduleOptions>;

export type DateSetting = NonNullable<ScheduleOptions["deadline"]>;
