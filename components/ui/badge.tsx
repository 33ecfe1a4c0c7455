import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

const badge = cva(
	"inline-flex max-w-full items-center gap-1 truncate rounded-full px-2 py-0.5 font-medium text-[0.86rem] leading-snug",
	{
		variants: {
			tone: {
				neutral: "bg-sunken text-ink-soft",
				accent: "bg-accent-soft text-accent-ink",
				good: "bg-good-soft text-good",
				warn: "bg-warn-soft text-warn",
				bad: "bg-bad-soft text-bad",
			},
		},
		defaultVariants: { tone: "neutral" },
	},
);

export type Tone = NonNullable<VariantProps<typeof badge>["tone"]>;

export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
	return <span className={badge({ tone })}>{children}</span>;
}
