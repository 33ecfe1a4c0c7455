import { lazy, Suspense, useState } from "react";
import { CustomerSkeleton } from "@/components/customer/customer-skeleton";
import { CustomerView } from "@/components/customer/customer-view";
import { useSentCards } from "@/components/hooks/use-card";
import { useConversation } from "@/components/hooks/use-conversation";
import { useFreshOnReturn } from "@/components/hooks/use-fresh-on-return";
import { useEndpoints } from "@/components/hooks/use-tool";
import { SettingsUnreadable } from "@/components/settings/shell/settings-unreadable";
import { ToastPlace } from "@/components/ui/toast";
import { noConversation } from "@/lib/contacts/conversation-state";
import { HealthWarning } from "./health-warning";
import { PanelFooter } from "./panel-footer";

// Needed once, at the first run: not worth making every opening of the panel wait for it.
const ConnectWizard = lazy(() => import("@/components/connect/connect-wizard"));

/** The side panel of one tab. */
export function Panel({ tabId }: { tabId: number }) {
	const conversation = useConversation(tabId);
	const endpoints = useEndpoints();
	const [connecting, setConnecting] = useState(false);
	useSentCards(tabId);
	useFreshOnReturn(tabId);
	if (!conversation || !endpoints.data) return null;

	const { isError, data } = endpoints.data;
	const current = data?.crm_endpoints.find(({ type }) => type === "sidePanel_CustomerInfo");
	const { identity, health } = conversation;
	return (
		<div className="flex h-dvh flex-col">
			<main id="panel-scroller" className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
				{isError && (
					<div className="m-3">
						<SettingsUnreadable />
					</div>
				)}
				{connecting || (!isError && !current) ? (
					<Suspense fallback={<CustomerSkeleton name="" />}>
						<ConnectWizard
							current={current}
							testPhone={identity.kind === "contact" ? identity.phone : undefined}
							done={() => setConnecting(false)}
							cancel={current && (() => setConnecting(false))}
						/>
					</Suspense>
				) : (
					<ToastPlace page="customer" className="bottom-12">
						<HealthWarning health={health} />
						<CustomerView
							tabId={tabId}
							conversation={conversation ?? noConversation}
							connect={() => setConnecting(true)}
						/>
					</ToastPlace>
				)}
			</main>
			<PanelFooter
				tabId={tabId}
				health={health}
				connected={current}
				changeConnection={() => setConnecting(true)}
			/>
		</div>
	);
}
