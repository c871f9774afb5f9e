// Each script is one atomic step on the server. All keys carry the same hash tag, so that they work on a cluster as well.

/** KEYS: the fact. ARGV: the text it must have now, the new one (either empty: none), milliseconds to live. */
export const SWAP = `
  local now = redis.call('GET', KEYS[1]) or ''
  if now ~= ARGV[1] then return 0 end
  if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
  return 1`;

/** KEYS: budgets. ARGV: for each its limit and the milliseconds its window still runs. Returns which have no room. */
export const TAKE = `
  local full = {}
  for i, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * i - 1]) then full[#full + 1] = i end
  end
  if #full > 0 then return full end
  for i, key in ipairs(KEYS) do
    redis.call('INCR', key)
    redis.call('PEXPIRE', key, ARGV[2 * i])
  end
  return full`;

/** KEYS: budgets. A window that is over stays over. */
export const GIVE = `
  for _, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') > 0 then redis.call('DECR', key) end
  end`;

/**
 * KEYS: entry, used (sorted set), made (sorted set), weights (hash), sum. ARGV: name, prefix of entries, bytes, about, at, now,
 * weight, most bytes, milliseconds to live.
 */
export const KEEP = `
  local function drop(name)
    local weight = redis.call('HGET', KEYS[4], name)
    if not weight then return 0 end
    redis.call('DEL', ARGV[2] .. name)
    redis.call('HDEL', KEYS[4], name)
    redis.call('ZREM', KEYS[2], name)
    redis.call('ZREM', KEYS[3], name)
    return redis.call('DECRBY', KEYS[5], weight)
  end
  drop(ARGV[1])
  for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[6] - ARGV[9])) do drop(name) end
  local most = ARGV[8] - ARGV[7]
  while tonumber(redis.call('GET', KEYS[5]) or '0') > most do
    local name = redis.call('ZRANGE', KEYS[2], 0, 0)[1]
    if not name then break end
    drop(name)
  end
  redis.call('HSET', KEYS[1], 'bytes', ARGV[3], 'about', ARGV[4], 'at', ARGV[5])
  redis.call('PEXPIRE', KEYS[1], ARGV[9])
  redis.call('ZADD', KEYS[2], ARGV[6], ARGV[1])
  redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
  redis.call('HSET', KEYS[4], ARGV[1], ARGV[7])
  redis.call('INCRBY', KEYS[5], ARGV[7])`;
