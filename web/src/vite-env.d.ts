/// <reference types="vite/client" />

declare module "virtual:context-land?url" {
  const url: string;
  export default url;
}
