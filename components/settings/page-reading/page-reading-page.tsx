import { SelectorSettings } from "./selector-settings";

/** Repairing how WhatsApp's page is read. */
export default function PageReadingPage() {
	return <SelectorSettings />;
}
