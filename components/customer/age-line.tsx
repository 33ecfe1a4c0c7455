import { RotateCw } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

type AgeLineProps = {
	fetchedAt: number;
	refreshing: boolean;
	/** What the button does, for those who do not see it. */
	label: string;
	refresh(): void;
	className: string;
};

/** How old an answer of the CRM is, and the button that asks again. */
export function AgeLine({ fetchedAt, refreshing, label, refresh, className }: AgeLineProps) {
	const format = useFormat();
	const now = useNow();
	const age = format.ago(fetchedAt, Math.max(now, fetchedAt));
	return (
		<p className={classNames("flex items-center gap-1 text-[0.86rem]", className)}>
			<span aria-live="polite">
				{refreshing ? i18n.t("customer.refreshing", [age]) : i18n.t("customer.updated", [age])}
			</span>
			<Button
				look="quiet"
				size="icon"
				className="size-6 [&_svg]:size-3.5"
				aria-label={label}
				title={label}
				disabled={refreshing}
				onClick={refresh}
			>
				<RotateCw aria-hidden className={refreshing ? "animate-spin" : undefined} />
			</Button>
		</p>
	);
}
