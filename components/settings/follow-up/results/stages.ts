import type { FunnelCounts } from "@/lib/followup/follow-up";

/** The steps of the funnel with their colours, each a part of the one before. */
export const stages = [
	{ name: "found", colour: "bg-accent/25 dark:bg-accent/45" },
	{ name: "contacted", colour: "bg-accent/55 dark:bg-accent/70" },
	{ name: "replied", colour: "bg-accent" },
	{ name: "converted", colour: "bg-good" },
] as const satisfies readonly { name: keyof FunnelCounts; colour: string }[];
