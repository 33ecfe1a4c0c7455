import { renderPage } from "@/components/page";
import { OptionsPage } from "@/components/settings/options-page";

renderPage(<OptionsPage />);
