import { Cable, Settings } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { HealthState, PageHealth } from "@/lib/whatsapp/facts";
import { OutboxIndicator } from "./outbox-indicator";

const HealthDialog = lazy(() => import("@/components/health/health-dialog"));

type PanelFooterProps = {
	tabId: number;
	health: PageHealth | null;
	connected?: Endpoint;
	changeConnection(): void;
};

const dots: Record<HealthState, string> = {
	works: "bg-good",
	broken: "bg-bad",
	"not-applicable": "bg-ink-soft/50",
};

/** A part of the host says nothing: where the outbox has something to tell and little is left, there is only its icon. */
const hostWidth =
	"max-w-26 truncate group-has-data-outbox:@max-md:sr-only @sm:max-w-44 @md:group-has-data-outbox:max-w-36 @lg:max-w-none";

/** Whether the page can be read, which events have not arrived, which CRM is asked, and the way to the settings. */
export function PanelFooter({ tabId, health, connected, changeConnection }: PanelFooterProps) {
	const [showHealth, setShowHealth] = useState(false);
	const openSettings = useOpenSettings();
	return (
		<footer className="group @container flex items-center gap-1 border-line border-t bg-surface px-2 py-1.5 text-[0.86rem]">
			{health && (
				<Button
					look="quiet"
					size="small"
					onClick={() => setShowHealth(true)}
					className="min-w-0 text-[0.86rem]"
				>
					<span aria-hidden className={classNames("size-2 shrink-0 rounded-full", dots[health.state])} />
					<span className="truncate">{i18n.t(`health.short.${messageKey(health.state)}`)}</span>
				</Button>
			)}
			<div className="ml-auto flex shrink-0 items-center gap-0.5">
				<OutboxIndicator />
				{connected && (
					<Button
						look="quiet"
						size="small"
						className="text-[0.86rem]"
						onClick={changeConnection}
						title={i18n.t("failures.changeConnection")}
					>
						<Cable aria-hidden />
						<span className={hostWidth}>{new URL(connected.url).host}</span>
					</Button>
				)}
				<Button
					look="quiet"
					size="icon"
					aria-label={i18n.t("settings.open")}
					title={i18n.t("settings.open")}
					onClick={() => openSettings()}
				>
					<Settings aria-hidden />
				</Button>
			</div>
			{showHealth && health && (
				<Suspense>
					<HealthDialog
						tabId={tabId}
						health={health}
						close={() => setShowHealth(false)}
						openSettings={() => openSettings(hrefOf({ route: "page-reading" }))}
					/>
				</Suspense>
			)}
		</footer>
	);
}
