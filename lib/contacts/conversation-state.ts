import type { CustomerState } from "@/lib/crm/customer-state";
import type { CustomerQuery } from "@/lib/crm/request";
import type { PageFacts, PageHealth } from "@/lib/whatsapp/facts";
import { type KnownCustomer, nothingKnown } from "./customer-link";
import type { Identity } from "./identity";

/** Everything the panel needs to know about one tab; small, in `storage.session`, gone with the browser. */
export type ConversationState = {
	identity: Identity;
	health: PageHealth | null;
	customer: CustomerState;
	/** What is remembered of who this is. */
	known: KnownCustomer;
	/** What the CRM is asked about this conversation; null when there is nothing to ask by. */
	question: CustomerQuery | null;
	/** The page's last report, kept so that the conversation can be judged anew when a link or a setting changes. */
	facts: PageFacts | null;
	/** A number typed for a conversation whose chat id is unknown: good until another chat is opened. */
	typedPhone: TypedPhone | null;
};

/** A number typed by hand, E.164, and the title of the chat it was typed for. */
export type TypedPhone = { name: string; phone: string };

export const noConversation: ConversationState = {
	identity: { kind: "none" },
	health: null,
	customer: { status: "idle" },
	known: nothingKnown,
	question: null,
	facts: null,
	typedPhone: null,
};
