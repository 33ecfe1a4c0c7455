import { Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { PaletteButton } from "@/components/palette/palette-button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/field";
import { hrefOf } from "./place";
import { routes } from "./routes";
import { findSettings } from "./search";
import { usePlace } from "./use-place";

/** The pages of the settings, and a search over everything that can be set. `/` leads to it. */
export function Navigation() {
	const [query, setQuery] = useState("");
	const search = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLUListElement>(null);
	useSlash(search);
	const onKeyDown = (event: KeyboardEvent) => {
		// The search over everything has keys of its own.
		if (event.target instanceof Element && event.target.closest("dialog")) return;
		const links = [...(list.current?.querySelectorAll("a") ?? [])];
		const inSearch = event.target === search.current;
		if (event.key === "Escape") {
			setQuery("");
			search.current?.focus();
		}
		if (event.key === "Enter" && inSearch && query.trim() !== "") links[0]?.click();
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!step) return;
		event.preventDefault();
		// The search is above the first of them.
		const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
		(next < 0 ? search.current : links[next])?.focus();
	};
	return (
		<nav
			aria-label={i18n.t("settings.title")}
			onKeyDown={onKeyDown}
			className="shrink-0 border-line border-b px-4 pt-5 pb-3 md:sticky md:top-0 md:h-screen md:w-60 md:overflow-y-auto md:border-r md:border-b-0 md:px-3 md:py-8"
		>
			<p className="mb-4 flex items-center gap-2 px-2 font-semibold text-[1.1rem]">
				<img src="/icon/32.png" alt="" className="size-6" />
				Chatside
			</p>
			<div className="mb-2">
				<PaletteButton go={goTo} label="shown" />
			</div>
			<div className="relative mb-3">
				<Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-ink-soft" />
				<Input
					ref={search}
					type="search"
					aria-keyshortcuts="/"
					className="pl-8"
					aria-label={i18n.t("settings.search.label")}
					placeholder={i18n.t("settings.search.label")}
					value={query}
					onChange={(event) => setQuery(event.target.value)}
				/>
			</div>
			<ul
				ref={list}
				className={classNames("gap-0.5", query ? "flex flex-col" : "flex overflow-x-auto pb-1 md:flex-col")}
			>
				{query.trim() === "" ? <Pages /> : <Findings query={query} done={() => setQuery("")} />}
			</ul>
		</nav>
	);
}

const goTo = (place: string) => {
	location.hash = place;
};

/** `/` leads to the search, from anywhere but a place where it is typed. */
function useSlash(search: RefObject<HTMLInputElement | null>): void {
	useEffect(() => {
		const onKeyDown = (event: globalThis.KeyboardEvent) => {
			if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
				return;
			const { target } = event;
			if (!(target instanceof HTMLElement) || target.isContentEditable) return;
			if (target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog")) return;
			event.preventDefault();
			search.current?.focus();
			search.current?.select();
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	}, [search]);
}

const look =
	"flex items-center gap-2.5 whitespace-nowrap rounded-lg px-2.5 py-1.5 hover:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0";

function Pages() {
	const { route } = usePlace();
	const open = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		// On a narrow screen the pages are one row, and the open one may be out of it.
		if (route) open.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
	}, [route]);
	return routes.map(({ name, icon: Icon }) => (
		<li key={name}>
			<a
				ref={name === route ? open : undefined}
				href={hrefOf({ route: name })}
				aria-current={name === route ? "page" : undefined}
				className={classNames(
					look,
					name === route ? "bg-accent-soft font-medium text-accent-ink" : "text-ink-soft",
				)}
			>
				<Icon aria-hidden />
				{i18n.t(`settings.pages.${messageKey(name)}`)}
			</a>
		</li>
	));
}

function Findings({ query, done }: { query: string; done(): void }) {
	const found = findSettings(query);
	if (found.length === 0)
		return <li className="px-2.5 py-1.5 text-ink-soft">{i18n.t("settings.search.nothing")}</li>;
	return found.map(({ title, page, href }) => (
		<li key={`${href} ${title}`}>
			<a
				href={href}
				onClick={done}
				className={classNames(look, "flex-col items-start gap-0 whitespace-normal")}
			>
				<span>{title}</span>
				<span className="text-[0.86rem] text-ink-soft">{page}</span>
			</a>
		</li>
	));
}
