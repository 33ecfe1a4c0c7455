import { ArrowLeft, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useCustomerSearch } from "@/components/hooks/use-customer-link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import type { Linkable } from "@/lib/contacts/customer-link";
import type { FoundCustomer } from "@/lib/contacts/found-customer";
import { linkable } from "@/lib/contacts/phone-owner";
import type { Person } from "../person";
import { SetUpSearch, useCanSearch } from "./find-button";
import { FoundList } from "./found-list";
import { PreviewDialog } from "./preview-dialog";
import { SearchFailure } from "./search-failure";
import { SearchStatus } from "./search-status";
import type { Linking } from "./use-linking";

type FindCustomerProps = { tabId: number; person: Person; linking: Linking; close(): void };

/**
 * Searches the CRM for the customer somebody is. The focus stays in the field: arrows choose a result, Enter links the
 * chosen one, and searches at once where none is chosen; Escape leaves.
 */
export default function FindCustomer({ tabId, person, linking, close }: FindCustomerProps) {
	const [typed, setTyped] = useState("");
	const { answer, asked, isSearching, isOld, now } = useCustomerSearch(tabId, typed);
	const canSearch = useCanSearch();
	const [chosen, choose] = useState<{ asked: string; place: number }>();
	const [previewed, preview] = useState<Linkable>();
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => field.current?.focus(), []);

	const customers = answer?.ok ? answer.value.customers : [];
	// Of other results another one would stand in that place.
	const active = chosen && chosen.asked === asked && !isOld ? chosen.place : undefined;
	const link = (customer: FoundCustomer) => {
		const found = linkable(customer);
		if (!found) return;
		linking.link(found);
		close();
	};
	const move = (step: number) => {
		if (customers.length === 0) return;
		const place = active === undefined ? (step > 0 ? 0 : -1) : active + step;
		const next = (place + customers.length) % customers.length;
		choose({ asked, place: next });
		document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const customer = active === undefined ? undefined : customers[active];
		if (event.key === "Escape") close();
		else if (event.key === "Enter") customer ? link(customer) : now();
		else if (event.key === "ArrowDown") move(1);
		else if (event.key === "ArrowUp") move(-1);
		else return;
		event.preventDefault();
	};

	const suggestion = person.name.replace(/^@/, "").trim();
	return (
		<section aria-label={i18n.t("link.find")} className="pb-4">
			<header className="flex items-center gap-1 px-2 pt-2 pb-1">
				<Button
					look="quiet"
					size="icon"
					aria-label={i18n.t("link.back")}
					title={i18n.t("link.back")}
					onClick={close}
				>
					<ArrowLeft aria-hidden />
				</Button>
				<h1 className="min-w-0 truncate font-semibold text-[1.05rem]">
					{i18n.t("link.find")}
					{person.name && <span className="font-normal text-ink-soft"> · {person.name}</span>}
				</h1>
			</header>
			{canSearch === false ? (
				<div className="px-3">
					<SetUpSearch />
				</div>
			) : (
				<>
					<div className="relative mx-3">
						<Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3 size-4 text-ink-soft" />
						<Input
							ref={field}
							type="search"
							role="combobox"
							aria-label={i18n.t("link.label")}
							aria-haspopup="grid"
							aria-expanded={customers.length > 0}
							aria-controls={id}
							aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
							autoComplete="off"
							maxLength={200}
							className="pl-9"
							placeholder={i18n.t("link.placeholder")}
							value={typed}
							onChange={(event) => setTyped(event.target.value)}
							onKeyDown={onKeyDown}
						/>
					</div>
					<SearchStatus
						found={answer?.ok ? answer.value : undefined}
						asked={asked}
						isSearching={isSearching && typed.trim() !== ""}
					/>
					{typed === "" && suggestion !== "" && suggestion !== person.phoneDisplay && (
						<div className="px-3 pt-1">
							<Button size="small" className="max-w-full" onClick={() => setTyped(suggestion)}>
								<Search aria-hidden />
								<span className="truncate">{i18n.t("link.suggest", [suggestion])}</span>
							</Button>
						</div>
					)}
					<FoundList
						id={id}
						customers={customers}
						known={linking.known}
						phone={person.phone}
						active={active}
						link={link}
						preview={(customer) => preview(linkable(customer))}
					/>
					{answer && !answer.ok && (
						<SearchFailure failure={answer.failure} retrying={isSearching} retry={now} />
					)}
				</>
			)}
			{previewed && (
				<PreviewDialog
					customer={previewed}
					link={() => {
						linking.link(previewed);
						close();
					}}
					close={() => preview(undefined)}
				/>
			)}
		</section>
	);
}
