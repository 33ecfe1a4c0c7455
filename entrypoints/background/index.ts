import { defineBackground } from "wxt/utils/define-background";
import { renewLogs } from "@/lib/platform/renew-logs";
import { setupAssistantMessages } from "./assistant-messages";
import { setupBridge } from "./bridge";
import { setupContextMessages } from "./context-messages";
import { setupAnalysisConsent } from "./conversation-keeping";
import { createConversations } from "./conversations";
import { createCrmSearch } from "./crm-search";
import { setupCustomerSearch } from "./customer-search";
import { setupDataMessages } from "./data-messages";
import { setupDeliveryMessages } from "./delivery-messages";
import { setupEgressMessages } from "./egress-messages";
import { noteCustomers } from "./follow-up-after";
import { setupFollowUpMessages } from "./follow-up-messages";
import { setupFunctionMessages } from "./function-messages";
import { setupMessages } from "./messages";
import { setupOmnibox } from "./omnibox";
import { setupOpenTabs } from "./open-tabs";
import { setupSearchMessages } from "./search-messages";
import { createServices } from "./services";
import { setupSettingsMessages } from "./settings-messages";
import { setupSidePanel } from "./side-panel";

// The worker is started for an event and delivers it only to listeners that are there when its script ends, so
// everything below registers synchronously and waits inside its handlers.
export default defineBackground({
	main() {
		// A full disk refuses it: the next worker tries again.
		void renewLogs().catch(() => undefined);
		const services = createServices();
		const conversations = createConversations({
			...services,
			// A worker that ends before it has remembered the contact meets it again when it resumes.
			onContact: (identity) => void services.detection.contactOpened(identity).catch(() => undefined),
			// Looked at again in the next run.
			onCustomers: (identity, customers) =>
				void noteCustomers(services, identity, customers).catch(() => undefined),
		});
		setupMessages(services, conversations);
		setupContextMessages(services, conversations);
		const crmSearch = createCrmSearch(services);
		setupCustomerSearch(services, conversations, crmSearch);
		setupSearchMessages(crmSearch);
		setupOmnibox(crmSearch, services);
		setupSettingsMessages(services);
		setupDataMessages(services, conversations);
		setupDeliveryMessages(services);
		setupEgressMessages(services);
		setupFunctionMessages(services, conversations);
		setupAssistantMessages(services);
		setupFollowUpMessages(services);
		setupAnalysisConsent(services, conversations);
		setupBridge(services);
		setupSidePanel();
		setupOpenTabs();
	},
});
