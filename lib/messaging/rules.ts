import { z } from "@/lib/core/schema";
import { storedKindNames } from "@/lib/platform/stored-kind";
import { selectorOverridesSchema } from "@/lib/settings/schema";
import type { PageFacts } from "@/lib/whatsapp/facts";
import type { MessageInput } from "./client";
import type { Protocol } from "./protocol";

/** Who can send: the content script in a WhatsApp tab, or a page of the extension. */
export type Sender = "content-script" | "extension-page";

type Rule<Name extends keyof Protocol> = { from: readonly Sender[]; input: z.ZodType<MessageInput<Name>> };

const nothing = z
	.undefined()
	.or(z.null())
	.transform(() => undefined);
const tab = z.strictObject({ tabId: z.number().int() });

const reading = z.strictObject({
	value: z.string().max(1_000),
	strategy: z.string().max(100),
	sureness: z.enum(["certain", "likely", "guess"]),
});
const healthState = z.enum(["works", "broken", "not-applicable"]);
const pageFacts: z.ZodType<PageFacts> = z.strictObject({
	sequence: z.number().int(),
	chat: z
		.strictObject({
			title: reading.optional(),
			chatId: reading.optional(),
			phoneId: reading.optional(),
			phoneText: reading.optional(),
			looksLikeGroup: z.boolean(),
			settled: z.boolean(),
		})
		.nullable(),
	health: z.strictObject({
		state: healthState,
		checks: z.array(
			z.strictObject({
				name: z.enum(["title", "chat-list", "messages", "composer"]),
				state: healthState,
				strategy: z.string().max(100).optional(),
				seen: z.number().optional(),
				understood: z.number().optional(),
			}),
		),
	}),
});

/** The messages the background takes, each with its schema and the senders it is taken from. */
export const rules = {
	startReading: { from: ["content-script"], input: nothing },
	reportPage: { from: ["content-script"], input: pageFacts },
	getConversation: { from: ["extension-page"], input: tab },
	getCard: { from: ["extension-page"], input: z.strictObject({ key: z.string() }) },
	refreshCustomer: { from: ["extension-page"], input: tab.extend({ force: z.boolean() }) },
	linkPhone: { from: ["extension-page"], input: tab.extend({ phone: z.string().max(100).nullable() }) },
	inspectPage: { from: ["extension-page"], input: tab },
	getSelectorOverrides: { from: ["extension-page"], input: nothing },
	setSelectorOverrides: { from: ["extension-page"], input: selectorOverridesSchema },
	callTool: {
		from: ["extension-page"],
		input: z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()).optional() }),
	},
	listTools: { from: ["extension-page"], input: nothing },
	answerRpc: { from: ["extension-page"], input: z.strictObject({ message: z.unknown() }) },
	getSettingsOverview: { from: ["extension-page"], input: nothing },
	undoChange: { from: ["extension-page"], input: z.strictObject({ id: z.number().int() }) },
	restoreSettings: { from: ["extension-page"], input: nothing },
	exportSettings: { from: ["extension-page"], input: z.strictObject({ secrets: z.boolean() }) },
	planImport: { from: ["extension-page"], input: z.strictObject({ file: z.unknown() }) },
	applyImport: {
		from: ["extension-page"],
		input: z.strictObject({ file: z.unknown(), fingerprint: z.string() }),
	},
	getStoredData: { from: ["extension-page"], input: nothing },
	deleteStoredData: {
		from: ["extension-page"],
		input: z.strictObject({ kind: z.enum([...storedKindNames, "everything"]) }),
	},
	exportStoredData: { from: ["extension-page"], input: nothing },
	revealWebhookSecret: { from: ["extension-page"], input: nothing },
} satisfies { [Name in keyof Protocol]?: Rule<Name> };

/** The messages the background answers; the others go to content scripts. */
export type HandledMessage = keyof typeof rules;
