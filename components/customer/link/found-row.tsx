import { Eye } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { KnownCustomer } from "@/lib/contacts/customer-link";
import type { FoundCustomer } from "@/lib/contacts/found-customer";
import { FoundDetails } from "./found-details";

type FoundRowProps = {
	id: string;
	customer: FoundCustomer;
	known: KnownCustomer;
	phone?: string;
	/** The one that Enter links. */
	active: boolean;
	link(): void;
	preview(): void;
};

const place = "block w-full rounded-lg px-2 py-1.5 text-left leading-snug";

/** A result of the search: a click links it, unless it has no id to link to. */
export function FoundRow({ id, customer, known, phone, active, link, preview }: FoundRowProps) {
	const details = <FoundDetails customer={customer} known={known} phone={phone} />;
	return (
		<tr id={id} aria-selected={active} className={classNames(active && "bg-accent-soft")}>
			<td className="w-full max-w-0 py-1 pl-1.5">
				{customer.id === undefined ? (
					<div className={place}>{details}</div>
				) : (
					<button
						type="button"
						tabIndex={-1}
						title={i18n.t("link.link")}
						className={classNames(place, "hover:bg-sunken")}
						onClick={link}
					>
						{details}
					</button>
				)}
			</td>
			<td className="py-2 pr-1.5 pl-1 align-top">
				{customer.id !== undefined && (
					<Button
						look="quiet"
						size="icon"
						// One stop for the Tab key: that of the row the arrows have reached.
						tabIndex={active ? 0 : -1}
						aria-label={i18n.t("link.previewOf", [customer.name ?? customer.id])}
						title={i18n.t("link.preview")}
						onClick={preview}
					>
						<Eye aria-hidden />
					</Button>
				)}
			</td>
		</tr>
	);
}
