// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oneshotbody.h"

#include <cstring>

namespace purser {

OneShotBody::OneShotBody(QByteArray body, QObject *parent)
    : QIODevice(parent), m_body(std::move(body))
{
    // Unbuffered: what QIODevice read ahead would count as taken although it never left.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::atEnd() const
{
    return m_position >= m_body.size();
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::size() const
{
    return m_body.size();
}

bool OneShotBody::seek(qint64 /*position*/)
{
    return false;
}

bool OneShotBody::reset()
{
    return false;
}

qint64 OneShotBody::readData(char *data, qint64 maximum)
{
    const qint64 count = qMin(maximum, m_body.size() - m_position);
    if (count <= 0) {
        return atEnd() ? -1 : 0;
    }
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

qint64 OneShotBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace purser
