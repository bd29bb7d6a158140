import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { routes } from "@dutyloop/contract/routes.ts";
import { addressOf, headersOf, readAnswer } from "./client.ts";
import { ConnectionLost } from "./refusal.ts";

/** Sends one photograph; `progress` hears the share sent, 0 to 1 (fetch can't tell, so this is the older way). */
export function uploadPhoto(
  organizationId: string,
  photo: Blob,
  progress: (share: number) => void,
): Promise<Answer<"uploadFile">> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(routes.uploadFile.method, addressOf("uploadFile", { organizationId }));
    for (const [name, value] of Object.entries(headersOf("POST"))) request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", photo.type);
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ConnectionLost(new Error("upload")));
    request.onload = () => {
      try {
        resolve(readAnswer("uploadFile", request.status, request.responseText) as Answer<"uploadFile">);
      } catch (error) {
        reject(error);
      }
    };
    request.send(photo);
  });
}
