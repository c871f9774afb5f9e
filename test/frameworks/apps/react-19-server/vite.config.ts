import { defineConfig } from 'vite';

// React tells only developers what does not fit what the server rendered.
export default defineConfig({ mode: 'development', define: { 'process.env.NODE_ENV': '"development"' } });
