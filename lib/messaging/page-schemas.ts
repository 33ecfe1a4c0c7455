/** What comes from a page by its content script: bounded, because a page can be anybody's. */
import { z } from "@/lib/core/schema";
import { type MessagesReport, type PageFacts, reportLimits } from "@/lib/whatsapp/facts";

const reading = z.strictObject({
	value: z.string().max(1_000),
	strategy: z.string().max(100),
	sureness: z.enum(["certain", "likely", "guess"]),
});
const healthState = z.enum(["works", "broken", "not-applicable"]);
const chatFacts = z.strictObject({
	title: reading.optional(),
	chatId: reading.optional(),
	phoneId: reading.optional(),
	phoneText: reading.optional(),
	looksLikeGroup: z.boolean(),
	settled: z.boolean(),
});
export const pageFacts: z.ZodType<PageFacts> = z.strictObject({
	sequence: z.number().int(),
	chat: chatFacts.nullable(),
	health: z.strictObject({
		state: healthState,
		checks: z
			.array(
				z.strictObject({
					name: z.enum(["title", "chat-list", "messages", "composer"]),
					state: healthState,
					strategy: z.string().max(100).optional(),
					seen: z.number().optional(),
					understood: z.number().optional(),
				}),
			)
			.max(20),
	}),
});

export const pageMessage = z.strictObject({
	id: z.string().max(reportLimits.id),
	direction: z.enum(["incoming", "outgoing", "unknown"]),
	directionFrom: z.string().max(100),
	text: z.string().max(reportLimits.text).nullable(),
	author: z.string().max(1_000).nullable(),
	rawTime: z.string().max(200).nullable(),
	time: z.string().max(20).nullable(),
	clock: z.string().max(100).optional(),
});
export const messagesReport: z.ZodType<MessagesReport> = z.strictObject({
	chat: chatFacts,
	messages: z
		.array(pageMessage.extend({ arrived: z.boolean() }))
		.max(reportLimits.messages)
		// The last message may begin within the limit and end behind it.
		.refine((messages) => unitsOf(messages) <= reportLimits.report + reportLimits.text, "too long"),
});
/** What is read of messages costs by their number and, where they are long, by their length. */
export const weightOf = ({ messages }: MessagesReport) => messages.length + unitsOf(messages) / 1_000;
const unitsOf = (messages: readonly { text: string | null }[]) =>
	messages.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
