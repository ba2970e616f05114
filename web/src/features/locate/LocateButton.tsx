// "Where am I": the device's position, the tambon there, selected and in view.
import { useContext, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { updateUrl, usePageShown } from "../../address/use-url.ts";
import { ApiError, getAreaAt } from "../../data/api.ts";
import { hereSignal, MapCommandsContext } from "../../map/map-signals.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useFailure } from "../../words/use-failure.ts";

const CLOSE_UP = 12.5;
const TIMEOUT_MS = 15_000;

/** @param onMessage says in words what came of it; null clears them @param onFound the area there is selected */
export function LocateButton({
  onMessage,
  onFound,
}: {
  onMessage: (message: string | null) => void;
  onFound: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const map = useContext(MapCommandsContext);
  const [isBusy, setBusy] = useState(false);
  const isShown = useRef(true);
  isShown.current = usePageShown();

  const locate = async () => {
    setBusy(true);
    onMessage(null);
    try {
      const { coords } = await position();
      const { longitude: lon, latitude: lat, accuracy } = coords;
      const { tambon } = await getAreaAt(lon, lat);
      hereSignal.set({ lon, lat, accuracyM: accuracy });
      // who went to another page meanwhile stays there
      if (!isShown.current) return;
      updateUrl({ selection: { type: "area", id: tambon.code } });
      onFound();
      map?.flyTo([lon, lat], CLOSE_UP);
      // a wide circle can reach into the next tambon
      if (accuracy > 500) onMessage(t({ id: "locate.rough" }, { km: (accuracy / 1000).toFixed(1) }));
    } catch (error) {
      const why = reason(error);
      onMessage(why === "refused" ? failure(error as Error, locate).detail : t({ id: `locate.${why}` }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <IconButton
      icon="locate"
      label={t({ id: "locate.label" })}
      disabled={isBusy}
      aria-busy={isBusy}
      onClick={locate}
    />
  );
}

function position(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error("no geolocation"));
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: TIMEOUT_MS,
      maximumAge: 30_000,
    });
  });
}

/** refused: the server has said why */
function reason(error: unknown): "denied" | "slow" | "outside" | "offline" | "unavailable" | "refused" {
  if (error instanceof ApiError) {
    if (!error.problem) return "offline";
    return error.problem.code === "outside-country" ? "outside" : "refused";
  }
  const code = (error as Partial<GeolocationPositionError>).code;
  return code === 1 ? "denied" : code === 3 ? "slow" : "unavailable";
}
