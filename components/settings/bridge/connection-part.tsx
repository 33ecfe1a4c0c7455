import { Plug, PlugZap } from "lucide-react";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { askForBridge, useSetBridge, useTurnOn } from "@/components/hooks/use-bridge";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { BridgeState } from "@/lib/bridge/connection";
import type { BridgeOverview } from "@/lib/bridge/overview";
import { LockedBadge } from "../locked-badge";
import { settingsFailureText } from "../settings-failure-text";
import { SettingsSection } from "../settings-section";

const tones: Record<BridgeState["state"], Tone> = {
	off: "neutral",
	"permission-missing": "warn",
	"starting-anew": "neutral",
	connecting: "neutral",
	connected: "good",
	"bridge-older": "warn",
	"bridge-newer": "warn",
	"not-installed": "warn",
	"other-extension": "warn",
	ended: "bad",
	failed: "bad",
};

/** Whether the bridge is there, what can be done where it is not, and the switch. */
export function ConnectionPart({ bridge: { state, settings, profile } }: { bridge: BridgeOverview }) {
	const turnOn = useTurnOn();
	const set = useSetBridge();
	const locked = useLocked("bridge.enabled");
	const isOn = settings.enabled && state.state !== "permission-missing";
	const words = messageKey(state.state);
	const failure = set.data?.ok === false && set.data.failure;
	return (
		<SettingsSection anchor="connection" title={i18n.t("bridge.connection.title")}>
			<div className="flex flex-wrap items-start gap-x-4 gap-y-3">
				<div className="min-w-0 flex-1 basis-64" role="status">
					<Badge tone={tones[state.state]}>{i18n.t(`bridge.states.${words}.title`)}</Badge>
					<p className="mt-1.5 max-w-[60ch]">
						{i18n.t(`bridge.states.${words}.text`, valuesOf(state, profile.name))}
					</p>
				</div>
				{locked ? (
					<LockedBadge />
				) : isOn ? (
					<Button disabled={set.isPending} onClick={() => set.mutate({ enabled: false })}>
						<Plug aria-hidden />
						{i18n.t("bridge.connection.off")}
					</Button>
				) : (
					<Button look="primary" disabled={turnOn.isPending} onClick={() => turnOn.mutate(askForBridge())}>
						<PlugZap aria-hidden />
						{i18n.t("bridge.connection.on")}
					</Button>
				)}
			</div>
			{turnOn.data === false && (
				<Notice tone="warn" className="mt-3" title={i18n.t("bridge.connection.denied")} />
			)}
			{failure && <Notice tone="bad" className="mt-3" title={settingsFailureText(failure)} />}
		</SettingsSection>
	);
}

function valuesOf(state: BridgeState, profile: string): [string, string] {
	return ["version" in state ? state.version : "", profile];
}
