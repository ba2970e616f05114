import { z } from "zod";

// zod would compile its readers with new Function, which the page's security policy forbids
z.config({ jitless: true });
