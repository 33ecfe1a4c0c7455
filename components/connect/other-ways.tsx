import { Braces, ChevronRight, type LucideIcon, Sparkles } from "lucide-react";
import { i18n } from "#i18n";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";

/**
 * The ways to connect a CRM that has no endpoint made for Chatside. Both are in the settings, where there is room for them;
 * `leave` hands over what was typed.
 */
export function OtherWays({ leave }: { leave(): void }) {
	const openSettings = useOpenSettings();
	const open = (target: string) => {
		openSettings(hrefOf({ route: "crm-endpoints", target }));
		leave();
	};
	return (
		<ul
			aria-label={i18n.t("connect.otherWays.label")}
			className="mb-4 divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface"
		>
			<Way
				icon={Sparkles}
				title={i18n.t("settings.presets.open")}
				text={i18n.t("connect.otherWays.knownText")}
				open={() => open("presets")}
			/>
			<Way
				icon={Braces}
				title={i18n.t("connect.otherWays.any")}
				text={i18n.t("connect.otherWays.anyText")}
				open={() => open("sidePanel_CustomerInfo")}
			/>
		</ul>
	);
}

function Way({
	icon: Icon,
	title,
	text,
	open,
}: {
	icon: LucideIcon;
	title: string;
	text: string;
	open(): void;
}) {
	return (
		<li>
			<button
				type="button"
				onClick={open}
				className="flex w-full items-center gap-3 px-3 py-2.5 text-left hover:bg-sunken"
			>
				<Icon aria-hidden className="size-4 shrink-0 text-accent-ink" />
				<span className="min-w-0 flex-1">
					<span className="block font-medium">{title}</span>
					<span className="block text-[0.86rem] text-ink-soft">{text}</span>
				</span>
				<ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
			</button>
		</li>
	);
}
