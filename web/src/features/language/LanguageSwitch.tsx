import { useIntl } from "react-intl";
import { Button } from "../../ui/Button.tsx";
import { storeLanguage, useLanguage } from "../../use-language.ts";
import { updateUrl } from "../../use-url.ts";

/** Says the other language's name in that language. */
export function LanguageSwitch() {
  const { formatMessage } = useIntl();
  const other = useLanguage() === "th" ? "en" : "th";
  const change = () => {
    storeLanguage(other);
    updateUrl({ language: other }, "replace");
  };
  return (
    <Button look="plain" onClick={change} title={formatMessage({ id: "language.switch" })} lang={other}>
      {other === "en" ? "EN" : "ไทย"}
      <span className="visually-hidden">{other === "en" ? "English" : "ภาษาไทย"}</span>
    </Button>
  );
}
