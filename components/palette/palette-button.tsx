import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

// Opened by a key: nobody waits for it before.
const Palette = lazy(() => import("./palette"));

const isMac = /^Mac/.test(navigator.platform);

/** The way to the search over everything, and its keys: ⌘K on a Mac, else Ctrl+K. `go` shows a place of the settings. */
export function PaletteButton({ go, label }: { go(place: string): void; label: "shown" | "hidden" }) {
	const [open, setOpen] = useState(false);
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const isKey = event.key.toLowerCase() === "k" && !event.shiftKey && !event.altKey;
			if (!isKey || !(isMac ? event.metaKey : event.ctrlKey)) return;
			event.preventDefault();
			// What a dialog asks comes first.
			if (!document.querySelector("dialog[open]")) setOpen(true);
		};
		document.addEventListener("keydown", onKeyDown);
		return () => document.removeEventListener("keydown", onKeyDown);
	}, []);
	const title = `${i18n.t("palette.title")} (${isMac ? "⌘K" : "Ctrl+K"})`;
	return (
		<>
			{label === "shown" ? (
				<Button
					className="w-full justify-start px-2.5 text-[0.93rem]"
					aria-keyshortcuts="Control+K Meta+K"
					onClick={() => setOpen(true)}
				>
					<span className="truncate">{i18n.t("palette.title")}</span>
					<kbd className="ml-auto font-sans text-[0.8rem] text-ink-soft">{isMac ? "⌘K" : "Ctrl K"}</kbd>
				</Button>
			) : (
				<Button
					look="quiet"
					size="icon"
					className="ml-auto self-center"
					aria-label={i18n.t("palette.title")}
					aria-keyshortcuts="Control+K Meta+K"
					title={title}
					onClick={() => setOpen(true)}
				>
					<Search aria-hidden />
				</Button>
			)}
			{open && (
				<Suspense>
					<Palette go={go} close={() => setOpen(false)} />
				</Suspense>
			)}
		</>
	);
}
