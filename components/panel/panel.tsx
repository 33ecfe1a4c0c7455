import { lazy, Suspense, useState } from "react";
import { CustomerSkeleton } from "@/components/customer/customer-skeleton";
import { useSentCards } from "@/components/hooks/use-card";
import { useConversation } from "@/components/hooks/use-conversation";
import { useFreshOnReturn } from "@/components/hooks/use-fresh-on-return";
import { useModelIsSet } from "@/components/hooks/use-model-is-set";
import { useEndpoints } from "@/components/hooks/use-tool";
import { SettingsUnreadable } from "@/components/settings/shell/settings-unreadable";
import { AskedCalls } from "./asked-calls";
import { ConnectedPanel } from "./connected-panel";
import { PanelFooter } from "./panel-footer";
import { PanelScroller } from "./panel-scroller";

// Needed once, at the first run: not worth making every opening of the panel wait for it.
const ConnectWizard = lazy(() => import("@/components/connect/connect-wizard"));

/** The side panel of one tab. */
export function Panel({ tabId }: { tabId: number }) {
	const conversation = useConversation(tabId);
	const endpoints = useEndpoints();
	const [connecting, setConnecting] = useState(false);
	const modelIsSet = useModelIsSet();
	useSentCards(tabId);
	useFreshOnReturn(tabId);
	if (!conversation || !endpoints.data) return null;

	const { isError, data } = endpoints.data;
	const connected = data?.crm_endpoints ?? [];
	const current = connected.find(({ type }) => type === "sidePanel_CustomerInfo");
	const { identity, health } = conversation;
	const connect = () => setConnecting(true);
	const isFirstRun = !isError && !current;
	const wizard = (
		<Suspense fallback={<CustomerSkeleton name="" />}>
			<ConnectWizard
				current={current}
				testPhone={identity.kind === "contact" ? identity.phone : undefined}
				done={() => setConnecting(false)}
				cancel={current && (() => setConnecting(false))}
			/>
		</Suspense>
	);
	return (
		<div className="flex h-dvh flex-col">
			<AskedCalls />
			{connecting || (isFirstRun && !modelIsSet) ? (
				<main className="min-h-0 flex-1">
					<PanelScroller>{wizard}</PanelScroller>
				</main>
			) : (
				<ConnectedPanel
					tabId={tabId}
					conversation={conversation}
					endpoints={connected}
					connect={connect}
					wizard={isFirstRun ? wizard : undefined}
				>
					{isError && (
						<div className="m-3">
							<SettingsUnreadable />
						</div>
					)}
				</ConnectedPanel>
			)}
			<PanelFooter tabId={tabId} health={health} connected={current} changeConnection={connect} />
		</div>
	);
}
