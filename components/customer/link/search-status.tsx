import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import type { FoundCustomers } from "@/lib/contacts/found-customer";

type SearchStatusProps = {
	found: FoundCustomers | undefined;
	/** What was searched. */
	asked: string;
	isSearching: boolean;
};

/** How far the search is, and how many it found. */
export function SearchStatus({ found, asked, isSearching }: SearchStatusProps) {
	const format = useFormat();
	const sentence = () => {
		if (isSearching) return i18n.t("link.searching");
		if (!found) return i18n.t("link.hint");
		const { customers, total } = found;
		if (total === 0) return i18n.t("link.none", [asked]);
		if (total > customers.length)
			return i18n.t("link.firstOf", [format.number(customers.length), format.number(total)]);
		return i18n.t("link.count", total, [format.number(total)]);
	};
	return (
		<p role="status" className="min-h-6 break-words px-4 pt-1 pb-1.5 text-[0.86rem] text-ink-soft">
			{sentence()}
		</p>
	);
}
