import { LoaderCircle, Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { useEverywhere } from "@/components/hooks/use-everywhere";
import { useOpenUrl } from "@/components/hooks/use-open-url";
import { useTyped } from "@/components/hooks/use-typed";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { useModal } from "@/components/ui/use-modal";
import { type KnownHere, type PaletteEntry, paletteGroups } from "./entries";
import { KnownCustomer } from "./known-customer";
import { PaletteList } from "./palette-list";

type PaletteProps = { go(place: string): void; close(): void };

/** A search over everything: what is known here at once, and what the CRM answers as soon as it does. */
export default function Palette({ go, close }: PaletteProps) {
	const dialog = useModal();
	const id = useId();
	const [text, setText] = useState("");
	const [active, setActive] = useState<string>();
	const [copied, setCopied] = useState<string>();
	const [shown, show] = useState<KnownHere>();
	const openUrl = useOpenUrl();
	const [query] = useTyped(text);
	const { here, crm, retry } = useEverywhere(query);
	const groups = query === "" ? [] : paletteGroups(query, here, crm?.ok ? (crm.value ?? []) : []);
	const entries = groups.flatMap((group) => group.entries);
	const isAwaited = query !== "" && !crm;
	// Nothing is chosen by itself in whose place something better may stand in a moment.
	const isSettled = !isAwaited || groups[0]?.stays;
	const chosen = entries.find(({ key }) => key === active) ?? (isSettled ? entries[0] : undefined);

	const run = ({ action }: PaletteEntry) => {
		if (action.kind === "copy") {
			void navigator.clipboard.writeText(action.text).then(() => setCopied(action.text));
			return;
		}
		if (action.kind === "customer") return show(action.customer);
		close();
		if (action.kind === "open") openUrl(action.url);
		else go(action.place);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Enter" && !event.nativeEvent.isComposing) {
			event.preventDefault();
			// What was typed last may not be searched for yet: nothing is opened that was found for less.
			if (chosen && query === text.trim()) run(chosen);
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!step || entries.length === 0) return;
		event.preventDefault();
		const last = entries.findIndex(({ key }) => key === chosen?.key);
		const place = last === -1 && step === -1 ? 0 : last;
		setActive(entries[(place + step + entries.length) % entries.length]?.key);
	};
	const type = (typed: string) => {
		setText(typed);
		setActive(undefined);
		setCopied(undefined);
	};

	return (
		<>
			<dialog
				ref={dialog}
				onClose={close}
				aria-label={i18n.t("palette.title")}
				className="mx-auto mt-[8vh] max-h-[80vh] w-[min(38rem,calc(100vw-1.5rem))] open:flex flex-col overflow-hidden rounded-2xl border border-line bg-surface text-ink backdrop:bg-black/40"
			>
				<div className="relative shrink-0 border-line border-b">
					<Search aria-hidden className="absolute top-3.5 left-4 size-4 text-ink-soft" />
					<input
						type="text"
						role="combobox"
						autoComplete="off"
						spellCheck={false}
						maxLength={200}
						aria-label={i18n.t("palette.title")}
						aria-expanded={entries.length > 0}
						aria-controls={entries.length > 0 ? `${id}-list` : undefined}
						aria-activedescendant={chosen && `${id}-${chosen.key}`}
						aria-autocomplete="list"
						placeholder={i18n.t("palette.placeholder")}
						className="h-11 w-full bg-transparent pr-4 pl-10 outline-none placeholder:text-ink-soft"
						value={text}
						onChange={(event) => type(event.target.value)}
						onKeyDown={onKeyDown}
					/>
				</div>
				{entries.length > 0 && (
					<PaletteList id={id} groups={groups} active={chosen?.key} choose={setActive} run={run} />
				)}
				<div role="status" className="shrink-0 px-4 py-2.5 text-[0.93rem] text-ink-soft">
					{copied !== undefined ? (
						i18n.t("palette.copied", [copied])
					) : isAwaited ? (
						<span className="flex items-center gap-2">
							<LoaderCircle aria-hidden className="size-3.5 animate-spin" />
							{i18n.t("palette.asking")}
						</span>
					) : (
						<Ending
							query={query}
							crm={crm}
							chosen={chosen}
							retry={retry}
							setUp={() => {
								close();
								go(hrefOf({ route: "crm-endpoints", target: "globalSearch" }));
							}}
						/>
					)}
				</div>
			</dialog>
			{shown && (
				<KnownCustomer
					customer={shown}
					go={(place) => {
						close();
						go(place);
					}}
					close={() => show(undefined)}
				/>
			)}
		</>
	);
}

type EndingProps = {
	query: string;
	crm: ReturnType<typeof useEverywhere>["crm"];
	/** What Enter takes; undefined where nothing was found. */
	chosen?: PaletteEntry;
	retry(): void;
	setUp(): void;
};

/** What is said once everybody has answered: how to begin, that nothing was found, or why the CRM was of no help. */
function Ending({ query, crm, chosen, retry, setUp }: EndingProps) {
	if (query === "") return <>{i18n.t("palette.hint")}</>;
	if (crm && !crm.ok) {
		const { title, text } = failureText(crm.failure);
		return (
			<span className="flex flex-wrap items-center gap-x-2">
				<span className="min-w-0 break-words text-bad">
					{title}. {text}
				</span>
				<Button size="small" onClick={retry}>
					{i18n.t("failures.retry")}
				</Button>
			</span>
		);
	}
	if (crm?.value === null)
		return (
			<span className="flex flex-wrap items-center gap-x-2">
				{i18n.t("palette.notSet")}
				<Button size="small" onClick={setUp}>
					{i18n.t("products.notSet.setUp")}
				</Button>
			</span>
		);
	return <>{i18n.t(chosen ? `palette.keys.${chosen.action.kind}` : "palette.nothing")}</>;
}
