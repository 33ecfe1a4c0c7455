import { Fragment } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Badge } from "@/components/ui/badge";
import type { KnownCustomer } from "@/lib/contacts/customer-link";
import type { FoundCustomer } from "@/lib/contacts/found-customer";
import { ExtraFieldValue } from "../extra-fields";
import { readableName } from "../readable-name";
import { stateTone } from "../state-tone";

type FoundDetailsProps = {
	customer: FoundCustomer;
	known: KnownCustomer;
	/** The conversation's number, E.164, where it has one. */
	phone?: string;
};

/** A customer as a search found them: whatever tells them apart from another. */
export function FoundDetails({ customer, known, phone }: FoundDetailsProps) {
	const { id, name, email, state, address, differs } = customer;
	const isCurrent = id !== undefined && id === known.link?.customerId;
	const isRejected = id !== undefined && known.rejected.includes(id);
	const hasNumber = phone !== undefined && customer.phones.includes(phone);
	const lines = [[email, customer.phone], useFigures(customer), [address]]
		.map((parts) => parts.filter((part) => part !== undefined && part !== ""))
		.filter((parts) => parts.length > 0);
	return (
		<>
			<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
				<span className="min-w-0 break-words font-medium">
					{name ?? email ?? id ?? i18n.t("link.unnamed")}
				</span>
				{state && <Badge tone={stateTone(state)}>{state}</Badge>}
				{hasNumber && <Badge tone="accent">{i18n.t("link.sameNumber")}</Badge>}
				{isCurrent && <Badge tone="good">{i18n.t("link.current")}</Badge>}
				{isRejected && <Badge tone="warn">{i18n.t("link.notThisBadge")}</Badge>}
			</span>
			{lines.map((parts) => (
				<span
					key={parts.join()}
					className="block break-words text-[0.86rem] text-ink-soft tabular-nums [overflow-wrap:anywhere]"
				>
					{parts.map((part, index) => (
						<Fragment key={part}>
							{index > 0 && " · "}
							{/* A number is read as one. */}
							<span className={part === customer.phone ? "whitespace-nowrap" : undefined}>{part}</span>
						</Fragment>
					))}
				</span>
			))}
			{differs.map((field) => (
				<span key={field.name} className="block break-words text-[0.86rem]">
					<span className="text-ink-soft">{readableName(field.name)}: </span>
					<ExtraFieldValue value={field.value} />
				</span>
			))}
			{id === undefined && (
				<span className="mt-0.5 block text-[0.86rem] text-warn">{i18n.t("link.noId")}</span>
			)}
		</>
	);
}

/** How much they bought, and when last. */
function useFigures({ ordersCount, spent, currency, lastOrder }: FoundCustomer): (string | undefined)[] {
	const format = useFormat();
	const now = useNow();
	return [
		ordersCount === undefined ? undefined : i18n.t("link.orders", ordersCount, [format.number(ordersCount)]),
		spent === undefined ? undefined : format.money(spent, currency, { brief: true }),
		lastOrder && i18n.t("link.lastOrder", [format.dayAgo(lastOrder, now)]),
	];
}
